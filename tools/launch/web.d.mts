/** Builds the web pages when something they are made of changed; does nothing while there is no apps/web. */
export function buildWeb(root: string, node: string, env: NodeJS.ProcessEnv): Promise<void>
