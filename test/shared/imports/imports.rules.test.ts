import { expect, test } from 'vitest'
import { emptyForm } from '../../../src/shared/cadres/cadres'
import { ImportedFields } from '../../../src/shared/cadres/imported'
import { differencesOf } from '../../../src/shared/imports/imports.rules'
import { person } from '../cadres/person'

const uncle = (unitAndPost: string, politics = '') => ({ title: '叔父', name: '王山', politics, unitAndPost })
const brought = (family: Parameters<typeof person>[0]) => ({
  fields: ImportedFields.parse({ ...person(family), form: emptyForm }),
  details: {},
  unitId: undefined,
})

test('two rows of one key are each compared with their own', () => {
  const stored = person({ family: [uncle('务农', '群众'), uncle('区医院医生')] })
  expect(differencesOf(stored, brought({ family: [uncle('务农', '群众'), uncle('区医院医生')] }))).toEqual([])
  expect(differencesOf(stored, brought({ family: [uncle('务农'), uncle('区医院医生')] }))).toEqual([])
})

test('where one side has more of a key, nothing of one is taken for the other', () => {
  const stored = person({ family: [uncle('务农', '群众')] })
  const changes = differencesOf(stored, brought({ family: [uncle('务农', '群众'), uncle('区医院医生')] }))
  expect(changes).toMatchObject([{ kind: 'row-added', row: { politics: '', unitAndPost: '区医院医生' } }])
})

test('a column that the file leaves empty keeps what the store has', () => {
  const stored = person({ family: [uncle('务农', '群众')] })
  expect(differencesOf(stored, brought({ family: [uncle('务农')] }))).toEqual([])
})
