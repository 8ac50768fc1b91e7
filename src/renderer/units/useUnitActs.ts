import { App } from 'antd'
import { useMemo } from 'react'
import { allowed, refused, type Verdict } from '../../shared/result'
import type { Unit, UnitId } from '../../shared/units/units'
import { mayRemove } from '../../shared/units/units.rules'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { describeError } from '../ui/errorWords'
import { useUnitsStore } from './units.store'
import { stepOf } from './units.tree'

/** What can be done with a unit, by button and by key alike, with the words for what cannot be done now. */
export interface UnitActs {
  readonly edits: boolean
  mayStep(id: UnitId, step: 1 | -1): Verdict
  step(id: UnitId, step: 1 | -1): void
  mayPlace(id: UnitId): Verdict
  mayDelete(id: UnitId): Verdict
  remove(unit: Unit): void
  addAll(parentId: UnitId, names: readonly string[]): void
}

export function useUnitActs(units: readonly Unit[]): UnitActs {
  const edits = useMay()('units.edit')
  const { message, modal } = App.useApp()
  const select = useUnitsStore(state => state.select)
  return useMemo(() => {
    const say = (error: unknown): void => void message.warning(describeError(error).what)
    const isTop = (id: UnitId): boolean => units.find(unit => unit.id === id)?.parentId === null
    return {
      edits,
      mayStep: (id, step) => {
        if (isTop(id)) return refused('本级单位不能移动')
        return stepOf(units, id, step) ? allowed : refused(step === -1 ? '已在最前' : '已在最后')
      },
      step: (id, step) => {
        const place = stepOf(units, id, step)
        if (place) api.units.move({ id, ...place }).catch(say)
      },
      mayPlace: id => (isTop(id) ? refused('本级单位不能移动') : allowed),
      mayDelete: id => mayRemove(units, id),
      remove: unit => {
        // The Delete key has no greyed button that would say why.
        const verdict = mayRemove(units, unit.id)
        if (!verdict.allowed) return void message.warning(verdict.reason)
        void modal.confirm({
          title: `删除单位：${unit.name}`,
          content: '它没有下级单位。删除后不能恢复原来的登记，需要时重新新增。',
          icon: null,
          focusable: { autoFocusButton: 'cancel' },
          okText: '删除',
          okButtonProps: { danger: true },
          cancelText: '不删除',
          onOk: async () => {
            try {
              await api.units.remove({ id: unit.id })
              if (unit.parentId !== null) select(unit.parentId)
              void message.info(`已删除${unit.name}`)
            } catch (error) {
              say(error)
            }
          },
        })
      },
      addAll: (parentId, names) =>
        void (async () => {
          // One after another, so that they stand in the order they were named.
          for (const name of names) await api.units.add({ parentId, name })
        })().catch(say),
    }
  }, [units, edits, message, modal, select])
}
