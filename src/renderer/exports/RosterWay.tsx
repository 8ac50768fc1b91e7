import { safeName } from '../../shared/exports/file-names.rules'
import { sensitiveOf } from '../../shared/exports/roster.rules'
import type { TypefaceName } from '../../shared/papers/typefaces'
import { api } from '../api/client'
import { FontsNote } from '../papers/FontsNote'
import { PrintFields, sheetWords, usePrinter } from '../papers/PrintFields'
import { useTypefaces } from '../papers/useTypefaces'
import { compactDay } from './exports.words'
import { OrderForm } from './OrderForm'
import { RosterFields } from './RosterFields'
import { type RosterChoice, useRosterChoice } from './roster.choice'
import type { Finished, Plan, Way, WayProps, Work } from './way'

const onPaper: readonly TypefaceName[] = ['title', 'body', 'mark']
const none: readonly TypefaceName[] = []

type Order = Parameters<Plan['run']>[0]

async function save({ spec, output }: RosterChoice, order: Order, work: Work): Promise<Finished | null> {
  if (!spec) return null
  const extension = output === 'pdf' ? 'pdf' : 'xlsx'
  const place = await api.shell.chooseSaveFile({
    suggestedName: safeName(`${spec.title}${compactDay(new Date())}`),
    extension,
  })
  if (!place) return null
  const asked = { ...order, roster: spec, target: place.token }
  const notes: string[] = []
  const entry = await work('导出干部名册', async options => {
    if (extension === 'pdf') {
      const done = await api.papers.saveRoster(asked, options)
      notes.push(`共 ${done.pages} 页`)
      return done.entry
    }
    const done = await api.exports.rosterXlsx(asked, options)
    if (done.cut > 0) notes.push(`有 ${done.cut} 格文字太长，一格放不下，末尾已注明`)
    return done.entry
  })
  return entry ? { entry, place: place.place, saved: { token: place.token, name: '' }, notes } : null
}

function usePlan({ offer, order }: WayProps): Plan {
  const choice = useRosterChoice()
  const printer = usePrinter(choice.printing.printer)
  const { output, spec, sheet } = choice
  const isPaper = output !== 'xlsx'
  const typefaces = useTypefaces(isPaper ? onPaper : none)
  const fonts = isPaper && <FontsNote {...typefaces} shapeless={[]} onAccept={typefaces.accept} />
  const more = (
    <>
      {output === 'print' && (
        <PrintFields {...choice.printing} {...printer} onChange={choice.put} {...sheetWords(sheet)} />
      )}
      {typefaces.accepted && fonts}
    </>
  )
  return {
    fields: <RosterFields {...{ choice, offer, order, more }} notice={!typefaces.accepted && fonts} />,
    sensitive: sensitiveOf(choice.columns),
    refusal:
      choice.refusal ??
      (isPaper && !typefaces.accepted ? '先看过字体提示' : output === 'print' ? printer.refusal : undefined),
    act: output === 'print' ? '打印' : '选择位置并导出',
    ...(output === 'print' && { leaves: 'paper' as const, stopping: '已送打印的不能收回' }),
    async run(asked, work) {
      if (output !== 'print') return save(choice, asked, work)
      const { chosen } = printer
      if (!spec || chosen === undefined) return null
      const { copies, twoSided } = choice.printing
      const done = await work('打印干部名册', options =>
        api.papers.printRoster({ ...asked, roster: spec, printer: chosen, copies, twoSided }, options),
      )
      return done ? { entry: done.entry, place: null, saved: null, notes: [] } : null
    },
  }
}

function RosterForm(props: WayProps) {
  return <OrderForm {...props} plan={usePlan(props)} />
}

export const rosterWay: Way = {
  id: 'roster',
  title: '干部名册',
  hint: 'Excel、PDF、打印',
  Form: RosterForm,
}
