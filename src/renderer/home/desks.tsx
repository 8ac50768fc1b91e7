/** One of the three desks: the name written downwards as on a door plate, the figure and its lines beside it. */
function Desk({ title, unit, lines }: { title: string; unit: string; lines: readonly string[] }) {
  return (
    <section className="home-desk" aria-label={title}>
      <h2>{title}</h2>
      <div>
        <p className="home-desk-figure">
          <span aria-label="尚无">—</span>
          <small>{unit}</small>
        </p>
        {lines.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  )
}

export const QuestionsDesk = ({ title }: { title: string }) => <Desk title={title} unit="待答" lines={['尚无登记']} />
export const HelpingDesk = ({ title }: { title: string }) => <Desk title={title} unit="在帮" lines={['尚无登记']} />
export const CaringDesk = ({ title }: { title: string }) => <Desk title={title} unit="在册" lines={['尚无登记']} />
