type Configuration = {
  asar: boolean
  electronFuses: Record<string, boolean>
  electronLanguages: string[]
  win: { target: { target: string }[]; icon: string; requestedExecutionLevel: string }
  nsis: Record<string, unknown>
  linux: { icon: string }
  fileAssociations: { ext: string }[]
}

const configurationPath = new URL('../../../electron/packaging/electron-builder.mjs', import.meta.url).pathname

/** What electron-builder is given. */
export async function readConfiguration(): Promise<Configuration> {
  const { default: configuration } = (await import(configurationPath)) as { default: Configuration }
  return configuration
}
