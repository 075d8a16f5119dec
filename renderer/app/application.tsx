import { Gate } from '../features/session/gate.tsx'
import { Frame } from './frame.tsx'

/** The frame, for who may see it. */
export function Application() {
  return (
    <Gate>
      <Frame />
    </Gate>
  )
}
