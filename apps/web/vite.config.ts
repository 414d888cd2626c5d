import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** While developing, the pages come from Vite and everything else from the server that runs beside it. */
const served = ['/api', '/openapi.json', '/health']
const server = 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing is inlined: the pages run under a policy that allows scripts, styles and images of this host only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: Object.fromEntries(served.map(path => [path, server])) },
})
