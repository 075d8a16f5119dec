/**
 * How the application becomes an installer and a portable copy for Windows. Run where packages can be fetched:
 * `electron-vite build && npx electron-builder@26.17.0 --config electron/packaging/electron-builder.mjs --win`.
 * Without a network, `electronDist` names a folder with Electron unpacked.
 */
const windowsTarget = (target) => ({ target, arch: ['x64'] })

/** The application asks for Windows' own words in the languages of its pages only. */
const locales = ['vi', 'en-US']

const configuration = {
  appId: 'vn.tonghop',
  productName: 'Tổng Hợp',
  copyright: 'Tổng Hợp',
  directories: { output: 'dist', buildResources: 'electron/packaging/icons' },
  ...(process.env.TONGHOP_ELECTRON_DIST ? { electronDist: process.env.TONGHOP_ELECTRON_DIST } : {}),
  // The bundles hold everything but the database, whose binary cannot be bundled.
  files: [
    '!**/*',
    'package.json',
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'node_modules/better-sqlite3/package.json',
    'node_modules/better-sqlite3/LICENSE',
    'node_modules/better-sqlite3/lib/**',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
    '!**/*.map',
  ],
  asar: true,
  // A library of the system is loaded from a file of its own.
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  // The binary comes prebuilt for every platform; building it would need compilers and headers.
  npmRebuild: false,
  electronLanguages: locales,
  // The program is no Node and no debugger for whoever starts it, and runs nothing but the archive it was built with.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: false,
  },
  fileAssociations: [
    { ext: 'tonghop', name: 'TongHop.Backup', description: 'Bản sao lưu Tổng Hợp', role: 'Viewer' },
    { ext: 'tonghopgoi', name: 'TongHop.Bundle', description: 'Gói bàn giao Tổng Hợp', role: 'Viewer' },
  ],
  win: {
    target: [windowsTarget('nsis'), windowsTarget('portable')],
    icon: 'electron/packaging/icons/icon.ico',
    executableName: 'TongHop',
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    // For this person only: nobody has to be asked for an administrator's password.
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['vi_VN', 'en_US'],
    displayLanguageSelector: false,
    artifactName: 'TongHop-${version}-cai-dat.${ext}',
    shortcutName: 'Tổng Hợp',
    createDesktopShortcut: 'always',
    // The workspace is the office's, not the program's.
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: 'TongHop-${version}-xach-tay.${ext}', requestExecutionLevel: 'user' },
  linux: { target: 'dir', icon: 'electron/packaging/icons/icon.png', executableName: 'tonghop', category: 'Office' },
  publish: null,
}
export default configuration
