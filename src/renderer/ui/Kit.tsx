import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useMemo } from 'react'
import type { Mode } from './palette'
import { themeFor } from './theme'

dayjs.locale('zh-cn')

/** antd in our clothes: Chinese, our colours, no ripple, and no space forced between two characters of a button. */
export function Kit({ mode, children }: { mode: Mode; children: ReactNode }) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const theme = useMemo(() => themeFor(mode, still), [mode, still])
  return (
    <ConfigProvider locale={zhCN} theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <AntApp className="dd-app">{children}</AntApp>
    </ConfigProvider>
  )
}
