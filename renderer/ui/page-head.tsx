import type { ReactNode } from 'react'
import './page-head.css'

/** The title of a page, what it is about, and its buttons at the right; the primary one comes last. */
export function PageHead({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {about !== undefined && <p>{about}</p>}
      {children !== undefined && <div className="page-actions">{children}</div>}
    </header>
  )
}
