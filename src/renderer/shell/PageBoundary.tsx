import { Component, type ReactNode } from 'react'
import { api } from '../api/client'
import { Button } from '../ui/Button'

interface PageBoundaryProps {
  /** The module's id, for the report and the log. */
  page: string
  title: string
  onHome?: () => void
  children: ReactNode
}

interface PageBoundaryState {
  failure: { kind: string; frames: readonly string[]; at: string } | null
  copied: boolean
}

/** Where in the program it happened: function and file names. The message is left out, it may hold what was on screen. */
export function framesOf(stack: string | undefined): string[] {
  return (stack ?? '')
    .split('\n')
    .filter(line => /^\s*at /.test(line) || /@.*:\d+:\d+$/.test(line))
    .slice(0, 12)
    .map(line => line.trim().replace(/\(?\b(?:app|file|https?):\/\/[^)\s]*\/([^/)\s]+)\)?/, '($1)'))
}

/** One page's failure stays on that page: navigation and everything else go on. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { failure: null, copied: false }

  static getDerivedStateFromError(error: unknown): PageBoundaryState {
    const kind = error instanceof Error ? error.name : typeof error
    const frames = framesOf(error instanceof Error ? error.stack : undefined)
    return { failure: { kind, frames, at: new Date().toISOString() }, copied: false }
  }

  override componentDidCatch(error: unknown): void {
    const kind = (error instanceof Error ? error.name : typeof error).slice(0, 60)
    api.shell.reportPageError({ page: this.props.page, kind }).catch(() => undefined)
  }

  private copy = async (): Promise<void> => {
    const { failure } = this.state
    if (!failure) return
    const about = await api.shell.about({}).catch(() => undefined)
    const text = [
      `担当 ${about?.version ?? ''}（${about?.system ?? ''}，Electron ${about?.electron ?? ''}）`,
      `页面 ${this.props.page}，${failure.kind}，${failure.at}`,
      ...failure.frames,
    ].join('\n')
    await api.shell.copyText({ text })
    this.setState({ copied: true })
  }

  override render(): ReactNode {
    if (!this.state.failure) return this.props.children
    return (
      <div className="dd-failed" role="alert">
        <h1>“{this.props.title}”没有显示出来</h1>
        <p>这一页的程序出了错。已保存的数据没有改动，草稿也在，其他页面照常可用。</p>
        <div className="dd-failed-acts">
          <Button kind="primary" onClick={() => this.setState({ failure: null, copied: false })}>
            重新打开这一页
          </Button>
          {this.props.onHome && <Button onClick={this.props.onHome}>回工作台</Button>}
          <Button kind="link" onClick={() => void this.copy()}>
            {this.state.copied ? '已复制，不含人员资料' : '复制出错信息'}
          </Button>
        </div>
      </div>
    )
  }
}
