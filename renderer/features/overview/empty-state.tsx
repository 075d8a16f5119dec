/** Says what is not there yet and what to do about it; the command can be selected and copied. */
export function EmptyState({ title, how, command }: { title: string; how: string; command: string }) {
  return (
    <section className="empty" aria-labelledby="empty">
      <h2 id="empty">{title}</h2>
      <p>{how}</p>
      <code className="command">{command}</code>
    </section>
  )
}
