import { useState } from 'react'
import { sizeWords } from '../../shared/attachments/attachments.rules'
import { type ExchangeModule, exchangeModules, moduleTitles, type Partner } from '../../shared/exchange/exchange'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { OrderForm } from '../exports/OrderForm'
import type { Plan, Way, WayProps } from '../exports/way'
import { TextField } from '../ui/TextField'
import './exchange.css'
import { PartnerSelect } from './PartnerSelect'

const usual: readonly ExchangeModule[] = ['files', 'photos']
const LEAST_PASSPHRASE = 10

const attachmentWords = ({ count, bytes }: { readonly count: number; readonly bytes: number }): string =>
  count === 0 ? '所选的人没有附件。' : `附件 ${count} 件，共 ${sizeWords(bytes)}，整件随文件带去。`

function usePlan({ offer: { whom } }: WayProps): Plan {
  const [partner, setPartner] = useState<Partner>()
  const [modules, setModules] = useState<readonly ExchangeModule[]>(usual)
  const [byPassphrase, setByPassphrase] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const prepared = useCall('exchange', 'prepare', { whom, modules: modules.length > 0 ? [...modules] : ['files'] })
  const toggle = (module: ExchangeModule): void =>
    setModules(exchangeModules.filter(each => (each === module) !== modules.includes(each)))
  const length = [...passphrase].length
  const refusal =
    partner === undefined
      ? '请选定发给哪个单位'
      : modules.length === 0
        ? '请至少选一项内容'
        : byPassphrase && length < LEAST_PASSPHRASE
          ? `口令至少 ${LEAST_PASSPHRASE} 个字，现有 ${length} 个`
          : undefined
  const told = prepared.data
  return {
    sensitive: modules.includes('files') ? ['idNumber', 'phone', 'family', 'form.health'] : [],
    uncovered: '没有带干部档案，不含敏感内容',
    recipient: partner?.unit ?? '',
    refusal,
    act: '选择位置并保存',
    leaves: 'sealed',
    fields: (
      <div className="exp-fields">
        <p className="exp-hint">
          一个加密并签名的文件（.ddx），只有所选单位能打开；对方核对后并入，两边各自的修改按栏合并，都改过的由人决定。
        </p>
        <PartnerSelect value={partner?.id ?? null} onChange={setPartner} />
        <fieldset className="exc-modules">
          <legend className="dd-label">内容</legend>
          {exchangeModules.map(module => (
            <label key={module} className="exp-check">
              <input type="checkbox" checked={modules.includes(module)} onChange={() => toggle(module)} />
              {moduleTitles[module]}
            </label>
          ))}
        </fieldset>
        <p className="exp-hint">
          谈话只带本人能看的，密封的内容、录音和反映人不带；单位、排序留在各自的库里。
          {told && modules.includes('talks') ? `现有 ${told.talks} 次谈话可带。` : ''}
          {told && modules.includes('attachments') ? attachmentWords(told.attachments) : ''}
        </p>
        <label className="exp-check">
          <input type="checkbox" checked={byPassphrase} onChange={() => setByPassphrase(!byPassphrase)} />
          改用口令加密（口令另行告知，不随文件一起交）
        </label>
        {byPassphrase && (
          <TextField
            label="口令"
            value={passphrase}
            onChange={setPassphrase}
            hint="至少 10 个字，四五个不相干的词为好"
          />
        )}
      </div>
    ),
    async run(order, work) {
      if (!partner) return null
      const place = await api.shell.chooseSaveFile({
        suggestedName: `数据包（发往${partner.unit}）`.slice(0, 80),
        extension: 'ddx',
      })
      if (!place) return null
      const { recipient: _recipient, ...rest } = order
      const done = await work('制作数据包', options =>
        api.exchange.make(
          {
            ...rest,
            partnerId: partner.id,
            modules: [...modules],
            passphrase: byPassphrase ? passphrase : null,
            target: place.token,
          },
          options,
        ),
      )
      if (!done) return null
      return {
        entry: done.entry,
        place: place.place,
        saved: { token: place.token, name: '' },
        notes: [`发给${partner.unit}的第 ${done.number} 号。文件已加密；对方并入后请其保存回执交回。`],
      }
    },
  }
}

function PackageForm(props: WayProps) {
  return <OrderForm {...props} plan={usePlan(props)} />
}

/** 数据包: what another store of this application takes in. */
export const packageWay: Way = {
  id: 'exchange',
  title: '数据包',
  hint: '.ddx，给另一台机器上的本程序',
  needs: 'exchange.send',
  Form: PackageForm,
}
