import { expect, test } from 'vitest'
import { parseLrmx } from '../../../src/main/cadres/lrmx'
import { writeLrmx } from '../../../src/main/cadres/lrmx-write'
import { createCity } from '../../../src/main/demo/city'
import { sampleFile } from '../../../src/main/demo/sample-file'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const city = createCity({ seed: '澄州', people: 10_000, on: PartialDate.parse('2026-11'), mistakes: 0.04 })

const read = (bytes: Uint8Array) => {
  const answer = parseLrmx(bytes)
  if (!answer.ok) throw new Error(answer.failure.why)
  return answer.value
}

test('every 25th of 10,000 people: written, read without a warning, the same, written again to the byte', () => {
  for (let index = 0; index < city.size; index += 25) {
    const editor = index % 2 === 0 ? '3' : '4'
    const { name, bytes } = sampleFile(city, index, editor)
    const { cadre } = city.personAt(index)
    expect(name).toBe(`${cadre.name}${cadre.idNumber}.lrmx`)
    const back = read(bytes)
    expect(back.warnings).toEqual([])
    expect(back.fields).toMatchObject({
      name: cadre.name,
      sex: cadre.sex,
      birth: cadre.birth,
      idNumber: cadre.idNumber,
      ageLimit: editor === '4' ? cadre.ageLimit : '',
      family: cadre.family,
      unknown: [],
    })
    for (const [key, text] of Object.entries(cadre.form))
      if (text !== '') expect([key, back.fields.form[key as keyof typeof cadre.form]]).toEqual([key, text])
    expect(back.photo).toMatchObject({ kind: 'jpeg', width: 320, height: 400 })
    expect(writeLrmx(back.fields, back.photo?.bytes ?? null, editor)).toEqual(bytes)
  }
})

test('rows read out of the texts are those that the file was made of', () => {
  const clean = [...city.people(0, 400)].filter(({ planted }) => planted === undefined)
  for (const { cadre } of clean) {
    const { fields } = read(writeLrmx(cadre, null, '4'))
    expect(fields.resume).toEqual(cadre.resume.map(row => ({ ...row, level: '' })))
    expect(fields.assessments).toEqual(cadre.assessments.slice(-3))
    // The form's cell holds punishments too.
    expect(fields.rewards.filter(({ name }) => !name.endsWith('处分'))).toEqual(cadre.rewards)
    expect(fields.partyJoined).toBe(cadre.partyJoined)
  }
})
