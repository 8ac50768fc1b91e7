const datedLine = /^(\d{4}(?:\.\d{2})?--(?:\d{4}(?:\.\d{2})?|\s{7}))\s{1,2}(.*)$/

/** The résumé in the form's own columns: eighteen half-width ones for the two months, the text hanging beside them. */
export function ResumeText({ text }: { text: string }) {
  return (
    <div className="cdr-sheet-cv">
      {text.split(/\r?\n/).map((line, index) => {
        const [, months, words] = datedLine.exec(line) ?? []
        const place = `${index}`
        if (months !== undefined)
          return (
            <p key={place}>
              <span>{months}</span>
              <span>{words}</span>
            </p>
          )
        return (
          <p key={place} className={/^\s{8,}/.test(line) ? undefined : 'cdr-sheet-cv-plain'}>
            {line.trim() === '' ? '\u00A0' : line.trim()}
          </p>
        )
      })}
    </div>
  )
}
