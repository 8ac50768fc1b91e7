import * as z from 'zod'
import { Theme } from '../shell/theme'

const yesNo = z.boolean({ error: '应写 true 或 false，不加引号' })
const whole = (min: number, max: number, unit: string) =>
  z
    .int({ error: `应写整数，单位${unit}，不加引号` })
    .min(min, `不能小于 ${min}（${unit}）`)
    .max(max, `不能大于 ${max}（${unit}）`)

/**
 * A whole path on this computer: C:\… or /…, with no step upwards. A share is refused, for a store must not lie on a
 * network. One pattern, so that the schema for editors says the same.
 */
const localPath = /^(?![\s\S]*[\\/]\.\.(?:[\\/]|$))(?:[A-Za-z]:[\\/]|\/(?!\/))/
const localPathWords = '应写本机的完整路径，如 D:\\\\担当数据（反斜杠要写两个），不能是网络位置'
const folder = (words: string) =>
  z
    .string({ error: '应写文件夹的完整路径，加双引号' })
    .max(500, '路径太长')
    .regex(localPath, localPathWords)
    .meta({ description: words, patternErrorMessage: localPathWords })

/** What policy.json may say. What it does not say is the unit's or the person's to choose. */
export const ItPolicyFile = z
  .strictObject(
    {
      $schema: z.string({ error: '应写文字' }).describe('编辑器校验用，不起作用').optional(),
      storeFolder: folder('数据库所在的文件夹。新数据库建在这里，启动时打开这里的数据库，不能改用别处').optional(),
      backupFolder: folder('第二备份位置，如移动硬盘上的文件夹。不能改用别处').optional(),
      idleSeconds: whole(30, 900, '秒').describe('无操作自动锁定，单位秒。只能比单位安全策略更严').optional(),
      recordingAllowed: yesNo.describe('false 禁止谈话录音；true 与不写相同，由单位安全策略决定').optional(),
      exportAllowed: yesNo.describe('false 禁止把资料存成任何文件；打印不受影响').optional(),
      plainExportAllowed: yesNo.describe('false 禁止存成别的软件能读出的文件；加密的文件不受影响').optional(),
      watermarkOpacityPercent: whole(3, 15, '%').describe('屏幕水印浓度。只能比单位安全策略更浓').optional(),
      theme: z
        .enum(Theme.options, { error: '应写 "light"、"dark" 或 "system"' })
        .describe('外观：light 浅色，dark 深色，system 跟随系统')
        .optional(),
      zoomPercent: whole(80, 200, '%').describe('缩放').optional(),
    },
    { error: issue => (issue.code === 'unrecognized_keys' ? undefined : '文件内容应是一对花括号 { } 里的若干项') },
  )
  .describe('担当统一策略')
export type ItPolicyFile = z.infer<typeof ItPolicyFile>

/** The part that the core holds to. */
export const ItLimits = ItPolicyFile.pick({
  backupFolder: true,
  idleSeconds: true,
  recordingAllowed: true,
  exportAllowed: true,
  plainExportAllowed: true,
  watermarkOpacityPercent: true,
}).strip()
export type ItLimits = z.infer<typeof ItLimits>

/** What the page is told. `problems` say why a file is refused, `notes` what IT should see to besides. */
export const ItPolicyState = z.object({
  state: z.enum(['none', 'in-force', 'refused']),
  /** Where the file lies or would lie. */
  place: z.string(),
  problems: z.array(z.string()),
  notes: z.array(z.string()),
  inForce: ItPolicyFile,
})
export type ItPolicyState = z.infer<typeof ItPolicyState>
