import type { NoticeSource } from '../notices/notices.source'

/** Who decides is told that somebody waits. */
export const plainExportsNotices: NoticeSource = {
  needs: 'plain.decide',
  async find({ db }) {
    const waiting = await db.selectFrom('plainExports').select('id').where('state', '=', 'asked').execute()
    if (waiting.length === 0) return []
    return [
      {
        id: 'plain-exports',
        level: 'today',
        title: '全部导出的申请等待审批',
        detail: `${waiting.length} 项`,
        route: '/backups/plain',
      },
    ]
  },
}
