// An album of a hundred people with portraits, laid out in the real paper window and saved as one PDF: how long it takes,
// and how much memory all processes together hold at their highest while it does.
import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { sleep } from '../support/process.mjs'
import { familyOf, launch, memoryOf } from './application.mjs'
import { buildStore, loadCore, openCore, person } from './engine.mjs'
import { figure } from './figures.mjs'
import { unlockSelector } from './start.mjs'

const PEOPLE = 100
const PORTRAIT = { width: 600, height: 800 }
const SAMPLE_SECONDS = 0.25
const LIMIT_SECONDS = 600
const sentence = '三个月走访二十六个村、一百四十户，逐户签字，问题当天清零，群众把感谢信送到了镇里。'

/** A store with a hundred honoured people and an album of them all. */
async function prepare(work) {
  await buildStore(work)
  const { gatehouse, call } = openCore(await loadCore(), work)
  try {
    await call('session.signIn', { ...person, acceptClock: false })
    const people = []
    const entries = []
    for (let index = 0; index < PEOPLE; index++) {
      const { cadre } = await call('cadres.add', { name: `周启${index}`, birth: null, unitId: null })
      people.push(cadre.id)
      const honour = {
        holder: 'person',
        cadreId: cadre.id,
        unitId: null,
        holderName: '',
        members: [],
        kind: '出彩型',
        level: '区',
        name: '“出彩型”好干部',
        authority: '中共云泽区委',
        nature: '党委',
        on: '2026-07-01',
        ground: null,
        documentNo: '',
        documentTitle: '',
        bonusFen: null,
        certificateNo: '',
        medalNo: '',
        handedOn: null,
        handedNote: '',
        deeds: sentence.repeat(8 + (index % 5) * 4),
        evidence: '',
        publicity: '',
        posthumous: false,
      }
      entries.push({ honourId: (await call('honours.add', honour)).id, text: null })
    }
    const facts = {
      title: '出彩云泽',
      subtitle: '',
      unit: '中共云泽区委组织部',
      on: '二〇二六年七月',
      back: '',
      foreword: sentence.repeat(20),
      layout: 'one',
      paper: 'A4',
      bleed: true,
      chapters: 'kind',
    }
    const { id } = await call('albums.add', facts)
    await call('albums.change', { id, revision: 1, facts, entries })
    return { album: id, people }
  } finally {
    gatehouse.close()
  }
}

export async function measureAlbum(bench) {
  if (process.platform !== 'linux') throw new Error('only Linux tells what processes share')
  const work = path.join(bench.work, 'album')
  mkdirSync(work)
  try {
    const file = path.join(work, 'album.pdf')
    const task = { ...(await prepare(work)), ...PORTRAIT, file }
    const options = {
      folder: bench.folder,
      scenario: 'album',
      awaited: [unlockSelector, '.shell-main'],
      signIn: person,
      task,
      limitSeconds: LIMIT_SECONDS,
    }
    const app = launch({ ...bench, work }, options)
    const { bytes } = await app.mark('portrayed')
    const before = memoryOf(familyOf(app.pid))
    let most = before
    const saving = app.mark('saved')
    const isSaved = () => Promise.race([saving.then(() => true), sleep(SAMPLE_SECONDS).then(() => false)])
    do most = Math.max(most, memoryOf(familyOf(app.pid)))
    while (!(await isSaved()))
    const saved = await saving
    await app.end()
    if (saved.written !== PEOPLE) throw new Error(`${saved.written} people are in the album`)
    const size = (statSync(file).size / 2 ** 20).toFixed(1)
    const amount = `${PEOPLE} people, ${saved.pages} pages, portraits of ${(bytes / 2 ** 20).toFixed(1)} MiB, PDF of ${size} MiB`
    return [
      figure('album-seconds', saved.took / 1000, 's', 60, amount),
      figure(
        'album-memory',
        most,
        'MiB',
        600,
        `all processes together at the highest of samples a quarter of a second apart, ${before.toFixed(0)} MiB before (${amount})`,
      ),
    ]
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
