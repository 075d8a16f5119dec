import { Gate } from '../features/session/gate.tsx'
import { Frame } from './frame.tsx'
import { ShellCommands } from './shell-commands.tsx'

/** The frame, for who may see it, and what the window around it asks. */
export function Application() {
  return (
    <Gate>
      <Frame />
      <ShellCommands />
    </Gate>
  )
}
