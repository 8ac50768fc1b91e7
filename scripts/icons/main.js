// Draws the icons: electron scripts/icons FOLDER. Run by scripts/icons.mjs.
const { app, BrowserWindow } = require('electron')
const { writeFileSync, mkdirSync } = require('node:fs')
const path = require('node:path')

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
/** What a picture in an .ico file may measure at most. */
const ICO_MOST = 256

async function draw(size) {
  const window = new BrowserWindow({
    width: size,
    height: size,
    useContentSize: true,
    show: false,
    frame: false,
    transparent: true,
    webPreferences: { offscreen: true },
  })
  await window.loadFile(path.join(__dirname, 'icon.html'))
  const text = JSON.stringify(size < 48 ? '担' : '担当')
  await window.webContents.executeJavaScript(
    `seal.textContent = ${text}; seal.className = ${size < 48} ? 'small' : ''; document.fonts.load('700 20px "Noto Serif SC Variable"', '担当').then(() => new Promise(r => setTimeout(r, 300)))`,
  )
  const png = (await window.webContents.capturePage()).resize({ width: size, height: size, quality: 'best' }).toPNG()
  window.destroy()
  return { size, png }
}

/** An .ico file holds PNG files behind a table. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, i) => {
    const at = 6 + 16 * i
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

app.disableHardwareAcceleration()
app.on('window-all-closed', () => {})
void app.whenReady().then(async () => {
  const folder = process.argv.at(-1)
  const pictures = []
  for (const size of SIZES) pictures.push(await draw(size))
  mkdirSync(path.join(folder, 'icons'), { recursive: true })
  for (const { size, png } of pictures) writeFileSync(path.join(folder, 'icons', `${size}x${size}.png`), png)
  writeFileSync(path.join(folder, 'icon.ico'), ico(pictures.filter(({ size }) => size <= ICO_MOST)))
  app.quit()
})
