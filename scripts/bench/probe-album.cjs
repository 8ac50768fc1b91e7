// The officer who lays out an album: gives everybody a portrait, then saves the whole as one PDF.
const { dialog } = require('electron')
const { inPage } = require('./probe-screen.cjs')

/** In the page: a portrait as large as one may be, with as much in it as a photo has. */
async function portraits({ people, width, height }) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  let bytes = 0
  for (const cadreId of people) {
    const picture = context.createImageData(width, height)
    for (let at = 0; at < picture.data.length; at += 4) {
      const light = 110 + 90 * Math.sin(at / 9000) + 24 * Math.random()
      picture.data.set([light, light * 0.9, light * 0.8, 255], at)
    }
    context.putImageData(picture, 0, 0)
    const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.9))
    const input = { cadreId, bytes: new Uint8Array(await blob.arrayBuffer()) }
    bytes += input.bytes.length
    const done = await window.dandang.invoke({ id: crypto.randomUUID(), channel: 'photos.set', input })
    if (!done.ok) throw new Error(done.error.message)
  }
  return bytes
}

/** In the page: the whole album; @returns how many milliseconds it took and how many pages it has */
async function saveAlbum({ album }) {
  const call = async (channel, input) => {
    const answer = await window.dandang.invoke({ id: crypto.randomUUID(), channel, input })
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`)
    return answer.value
  }
  const place = await call('shell.chooseSaveFile', { suggestedName: 'album', extension: 'pdf' })
  const began = performance.now()
  const order = { id: album, reason: '测量', recipient: '', mark: null, target: place.token }
  const { pages, entry } = await call('albums.save', order)
  return { ms: performance.now() - began, pages, written: entry.written }
}

function givePortraits(contents, task) {
  return inPage(contents, portraits, task)
}
function layOut(contents, task) {
  dialog.showSaveDialog = async () => ({ canceled: false, filePath: task.file })
  return inPage(contents, saveAlbum, { album: task.album })
}

module.exports = { givePortraits, layOut }
