interface ChipsProps<T extends string> {
  /** What is chosen here, for who hears it. */
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: readonly T[]) => void
}

/** Several of a few: each a button that stays pressed. */
export const Chips = <T extends string>({ label, options, chosen, onChange }: ChipsProps<T>) => (
  <span className="dd-chips" role="group" aria-label={label}>
    {options.map(option => (
      <button
        key={option.value}
        type="button"
        aria-pressed={chosen.includes(option.value)}
        onClick={() =>
          onChange(
            chosen.includes(option.value)
              ? chosen.filter(each => each !== option.value)
              : options.map(({ value }) => value).filter(value => value === option.value || chosen.includes(value)),
          )
        }
      >
        {option.label}
      </button>
    ))}
  </span>
)
