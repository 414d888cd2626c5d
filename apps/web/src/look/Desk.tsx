import { Outlet } from '@tanstack/react-router'
import { App, ConfigProvider, theme } from 'antd'
import en from 'antd/locale/en_US.js'
import zh from 'antd/locale/zh_CN.js'
import { useMemo } from 'react'
import { useLanguage } from '../text/language.tsx'
import { type Scheme, useScheme } from './scheme.ts'

/** The desk's own components take their colours from the page's, so that there is one palette. */
function themeOf(scheme: Scheme) {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    algorithm: [scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm],
    token: {
      colorPrimary: colour('accent'),
      colorLink: colour('accent'),
      colorText: colour('ink'),
      colorTextSecondary: colour('ink-2'),
      colorTextPlaceholder: colour('ink-3'),
      colorBgContainer: colour('paper'),
      colorBgElevated: colour('paper'),
      colorBorder: colour('line'),
      colorError: colour('refused'),
      colorSuccess: colour('done'),
      colorWarning: colour('waits'),
      colorTextLightSolid: colour('on-accent'),
      fontFamily: colour('sans'),
      fontSize: 14,
      borderRadius: 6,
      wireframe: false,
    },
  }
}

/** The frame of the working pages; the letter does without it, so that it opens at once. */
export function Desk() {
  const { language } = useLanguage()
  const scheme = useScheme()
  const look = useMemo(() => themeOf(scheme), [scheme])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zh.default : en.default}
      theme={look}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>
        <Outlet />
      </App>
    </ConfigProvider>
  )
}
