// What electron-builder is told. One configuration for every system.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../support/process.mjs'

/** Never to be changed: by it Windows knows that one MSI replaces another. */
const UPGRADE_CODE = '6C7D6E3B-52B2-4B5D-9A55-0B0D5C0E7A41'

/** Debian 13 and Ubuntu 24.04 have some libraries under a name with t64. */
const either = name => `${name} | ${name}t64`
const debDepends = [
  ['libgtk-3-0', 'libasound2', 'libcups2', 'libatk-bridge2.0-0', 'libatspi2.0-0', 'libglib2.0-0'].map(either),
  ['libnss3', 'libnspr4', 'libgbm1', 'libdrm2', 'libxkbcommon0', 'libdbus-1-3', 'libexpat1', 'libudev1'],
  ['libx11-6', 'libxcb1', 'libxcomposite1', 'libxdamage1', 'libxext6', 'libxfixes3', 'libxrandr2', 'libpango-1.0-0'],
].flat()

/** What may be done with Electron from outside, fixed in its executable. Playwright needs the inspector. */
const fuses = testable => ({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: testable,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: false,
})

/** The name says what is in it: an Electron that only stands in for ours must not be taken for a release. */
const nameOf = ({ mark }, kind, ext) => `dandang-\${version}-\${os}-\${arch}${kind}${mark}.${ext}`

/**
 * @param build `{ staged, electronDist, electronVersion, output, mark, testable, compression, glibc }`; `electronDist` is null
 * where electron-builder fetches Electron itself
 */
export function configuration(build) {
  return {
    appId: 'cn.dandang.app',
    productName: 'Dandang',
    copyright: '担当',
    electronVersion: build.electronVersion,
    ...(build.electronDist ? { electronDist: build.electronDist } : {}),
    directories: { output: build.output, buildResources: path.join(root, 'resources') },
    npmRebuild: false,
    files: ['**/*', { from: build.staged.modules, to: 'node_modules', filter: ['**/*'] }],
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    extraResources: [{ from: build.notices, to: 'THIRD-PARTY-NOTICES.txt' }],
    electronLanguages: ['zh-CN', 'en-US'],
    electronFuses: fuses(build.testable),
    compression: build.compression === 'xz' ? 'maximum' : 'normal',
    fileAssociations: [
      {
        ext: 'lrmx',
        name: '干部任免审批表',
        description: '干部任免审批表',
        mimeType: 'application/x-lrmx',
        role: 'Editor',
      },
      {
        ext: 'ddx',
        name: '担当数据包',
        description: '担当数据包',
        mimeType: 'application/x-dandang-exchange',
        role: 'Editor',
      },
    ],
    publish: null,
    linux: {
      executableName: 'dandang',
      category: 'Office',
      maintainer: 'Dandang developers <dandang@dandang.invalid>',
      vendor: 'Dandang developers',
      icon: path.join(root, 'resources', 'icons'),
      syncDesktopName: true,
      desktop: { entry: { Name: 'Dandang', 'Name[zh_CN]': '担当', 'Comment[zh_CN]': '干部工作台' } },
      target: ['deb', 'AppImage'],
    },
    deb: {
      artifactName: nameOf(build, '', 'deb'),
      // dpkg of UOS 20 and Kylin V10 knows no zst. The stand-in for fpm takes the last word, electron-builder no 'none'.
      compression: 'xz',
      fpm: ['--deb-compression', build.compression],
      depends: [...(build.glibc ? [`libc6 (>= ${build.glibc})`] : []), ...debDepends],
      recommends: ['cups-client', 'fontconfig'],
      packageCategory: 'editors',
      afterInstall: path.join(root, 'resources', 'linux', 'postinst'),
      afterRemove: path.join(root, 'resources', 'linux', 'postrm'),
    },
    appImage: { artifactName: nameOf(build, '', 'AppImage') },
    win: {
      icon: path.join(root, 'resources', 'icon.ico'),
      executableName: 'Dandang',
      legalTrademarks: '担当',
      target: ['nsis', 'msi', 'portable'],
    },
    nsis: {
      artifactName: nameOf(build, '-setup', 'exe'),
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['zh_CN'],
      language: '2052',
      shortcutName: '担当',
      uninstallDisplayName: '担当 ${version}',
      deleteAppDataOnUninstall: false,
      runAfterFinish: false,
      differentialPackage: false,
    },
    msi: {
      artifactName: nameOf(build, '', 'msi'),
      oneClick: false,
      perMachine: true,
      upgradeCode: UPGRADE_CODE,
      shortcutName: '担当',
      runAfterFinish: false,
    },
    portable: { artifactName: nameOf(build, '-portable', 'exe'), requestExecutionLevel: 'user' },
  }
}

export const fpmStandIn = fileURLToPath(new URL('fpm', import.meta.url))
