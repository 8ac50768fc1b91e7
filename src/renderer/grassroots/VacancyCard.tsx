import { useCallback } from 'react'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import type { UnitVacancy } from '../../shared/grassroots/pay'
import { vacancyShare } from '../../shared/grassroots/pay.rules'
import { vacanciesPaper } from '../../shared/grassroots/tables.rules'
import { Card } from '../ui/Card'
import { nameOf } from './grassroots.words'
import { LeaveButton } from './LeaveButton'

/** 加强基层力量: approved and actual posts of each street and town, and their staff, the most vacant first. */
export function VacancyCard({ units, vacancies }: { units: readonly BoardUnit[]; vacancies: readonly UnitVacancy[] }) {
  const paper = useCallback(
    (around: Parameters<typeof vacanciesPaper>[2]) => vacanciesPaper(units, vacancies, around),
    [units, vacancies],
  )
  const sorted = vacancies.toSorted((a, b) => (vacancyShare(b) ?? -1) - (vacancyShare(a) ?? -1))
  return (
    <Card
      title="街镇空缺"
      note="职数来自单位页面的职位，编制来自单位信息"
      className="grs-table"
      more={
        <LeaveButton
          name="街镇空编空岗"
          count={`共 ${vacancies.length} 个单位`}
          table={{ of: 'vacancies' }}
          paper={paper}
          small
        />
      }
    >
      <div className="grs-scroll" role="region" aria-label="街镇空缺" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">核定职数</th>
              <th scope="col">实配</th>
              <th scope="col">空缺率</th>
              <th scope="col">编制</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(each => {
              const share = vacancyShare(each)
              return (
                <tr key={each.unitId}>
                  <th scope="row">{nameOf(units, each.unitId)}</th>
                  <td>{each.approved}</td>
                  <td>{each.actual}</td>
                  <td>
                    {share === null ? (
                      <span className="dd-aside">没有职位</span>
                    ) : (
                      <span className="grs-against">
                        <b>{share}%</b>
                        <i style={{ '--share': share / 100 } as React.CSSProperties} />
                        <em>空 {each.vacant}</em>
                      </span>
                    )}
                  </td>
                  <td>{each.approvedStaff === null ? '未填' : `${each.staff} / ${each.approvedStaff}`}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
