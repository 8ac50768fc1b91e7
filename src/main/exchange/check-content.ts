import { type SentPerson, SentPhoto } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import { readPhoto } from '../cadres/photo'
import { PHOTO } from './local'
import { rowOfKey } from './rows'
import { fieldOfKey, isFitting } from './values'

function isPortrait(value: unknown): boolean {
  const photo = SentPhoto.safeParse(value)
  return photo.success && readPhoto(Buffer.from(photo.data.base64, 'base64'))?.kind === photo.data.kind
}

function fits(key: string, value: unknown): boolean {
  if (key === PHOTO) return value === null || isPortrait(value)
  const field = fieldOfKey(key)
  if (field !== undefined) return value === null || isFitting(field, value)
  const row = rowOfKey(key)
  return (
    row !== undefined && value !== null && /^[0-9a-f-]{36}$/.test(row.id) && row.kind.value.safeParse(value).success
  )
}

/** Every value is one of its field, whoever has signed it. @throws AppError refused naming whose value it is */
export function checkPeople(people: readonly SentPerson[]): void {
  for (const [place, { values }] of people.entries())
    if (!Object.entries(values).every(([key, { value }]) => fits(key, value)))
      throw new AppError(
        'refused',
        `第 ${place + 1} 人的内容不合本程序的格式，没有打开。请让对方把程序升级到与本机相同的版本，重新发一份`,
      )
}
