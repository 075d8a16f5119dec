import { app, type Session } from 'electron'

/**
 * Whatever the browser engine would do on a network by itself, before any page asks. Each of these is named by Chromium;
 * one it does not know is ignored by it.
 */
const switches: Readonly<Record<string, string>> = {
  // No name is ever looked up, whoever asks.
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-client-side-phishing-detection': '',
  'disable-default-apps': '',
  'disable-sync': '',
  'disable-breakpad': '',
  'disable-quic': '',
  'dns-prefetch-disable': '',
  'no-pings': '',
  'no-default-browser-check': '',
  'metrics-recording-only': '',
  // A peer connection would otherwise tell the addresses of this machine.
  'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
}

const features = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
]

/** Before the application is ready; later it has no effect. */
export function silenceNetwork(): void {
  for (const [name, value] of Object.entries(switches)) app.commandLine.appendSwitch(name, value)
  app.commandLine.appendSwitch(
    'disable-features',
    [app.commandLine.getSwitchValue('disable-features'), ...features].filter(Boolean).join(','),
  )
}

/** Looking for a proxy is itself a question to the network; the dictionary would be fetched. */
export async function silenceSession(session: Session): Promise<void> {
  session.setSpellCheckerEnabled(false)
  await session.setProxy({ mode: 'direct' })
}
