import type { MouseEvent, ReactNode } from 'react'

interface ButtonProps {
  children: ReactNode
  /** One 'primary' a page. 'link' reads as a link and 'danger' as an act that takes something away. */
  kind?: 'primary' | 'plain' | 'link' | 'danger'
  size?: 'normal' | 'small' | 'large'
  submit?: boolean
  busy?: boolean
  disabled?: boolean
  /** Why the button is grey: said to those who reach it by keyboard or pointer. */
  reason?: string | undefined
  icon?: ReactNode
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
}

/** A light button that looks like antd's, so that the start screens need not load antd. */
export function Button(props: ButtonProps) {
  const {
    kind = 'plain',
    size = 'normal',
    submit,
    busy = false,
    disabled = false,
    reason,
    icon,
    onClick,
    children,
  } = props
  const off = disabled || reason !== undefined
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={`dd-button dd-button-${kind} dd-button-${size}`}
      disabled={disabled && reason === undefined}
      aria-disabled={off || busy || undefined}
      aria-busy={busy || undefined}
      data-reason={reason}
      aria-description={reason}
      onClick={event => {
        if (off || busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon}
      {children}
    </button>
  )
}
