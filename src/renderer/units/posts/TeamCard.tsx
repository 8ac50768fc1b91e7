import { App } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { Link } from 'wouter'
import { ageOf, showYears } from '../../../shared/cadres/ages'
import { type PartialDate, showDate } from '../../../shared/dates/partial-date'
import { today } from '../../../shared/dates/today'
import type { Holder } from '../../../shared/posts/posts'
import type { Unit } from '../../../shared/units/units'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { describeError } from '../../ui/errorWords'
import { EmptyState } from '../../ui/states'
import { AgeLine } from './AgeLine'

/** The leading team in its order. Alt with the arrows moves a member; the order is kept in each member's file. */
export function TeamCard({ unit, team, arranges }: { unit: Unit; team: readonly Holder[]; arranges: boolean }) {
  const { message } = App.useApp()
  const list = useRef<HTMLOListElement>(null)
  const on = today()
  const step = (from: number, by: 1 | -1): void => {
    const to = from + by
    const ids = team.map(({ cadreId }) => cadreId)
    const [moved] = ids.splice(from, 1)
    if (moved === undefined || to < 0 || to > ids.length) return
    ids.splice(to, 0, moved)
    api.posts
      .arrange({ unitId: unit.id, ids })
      .then(() => list.current?.querySelectorAll<HTMLElement>('li')[to]?.focus())
      .catch((error: unknown) => void message.warning(describeError(error).what))
  }
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (by === undefined) return
    event.preventDefault()
    if (event.altKey && arranges) step(index, by)
    else list.current?.querySelectorAll<HTMLElement>('li')[index + by]?.focus()
  }
  return (
    <Card
      title="领导班子"
      note={team.length > 0 && structureWords(team, on)}
      more={arranges && team.length > 1 && <span className="unit-hint">Alt ↑ ↓ 调整顺序</span>}
    >
      {team.length === 0 ? (
        <EmptyState
          title="还没有班子成员"
          hint="把职位标为“班子职位”，或在干部档案的职务里填成员类别、班子内排序，成员就列在这里。"
        />
      ) : (
        <>
          <AgeLine team={team} on={on} />
          <ol ref={list} className="team-list">
            {team.map((member, index) => (
              <li key={member.cadreId} tabIndex={0} onKeyDown={event => onKeyDown(event, index)}>
                <span className="team-place">{index + 1}</span>
                <Link href={`/cadres/${member.cadreId}`} className="team-name">
                  {member.name}
                </Link>
                <span className="team-post">{member.title}</span>
                <span>{ageWords(member, on)}</span>
                <span>{member.appointedOn ? `${showDate(member.appointedOn)} 起` : ''}</span>
                {arranges && (
                  <span className="team-acts">
                    <Button kind="link" size="small" disabled={index === 0} onClick={() => step(index, -1)}>
                      上移
                    </Button>
                    <Button
                      kind="link"
                      size="small"
                      disabled={index === team.length - 1}
                      onClick={() => step(index, 1)}
                    >
                      下移
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  )
}

const ageWords = (member: Holder, on: PartialDate): string => {
  const age = ageOf(member, on)
  return age ? showYears(age, '岁') : ''
}

/** Facts of the team as a whole, counted and not judged. */
function structureWords(team: readonly Holder[], on: PartialDate): string {
  const ages = team.flatMap(member => ageOf(member, on)?.least ?? [])
  const women = team.filter(({ sex }) => sex === '女').length
  const minorities = team.filter(({ nation }) => nation !== '' && !/^汉族?$/.test(nation)).length
  const others = team.filter(({ partyJoined }) => partyJoined === null).length
  return [
    `${team.length} 人`,
    ...(ages.length > 0 ? [`平均 ${(ages.reduce((a, b) => a + b, 0) / ages.length).toFixed(1)} 岁`] : []),
    `女 ${women}`,
    `少数民族 ${minorities}`,
    `入党日期未填 ${others}`,
  ].join(' · ')
}
