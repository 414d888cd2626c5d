import { fileURLToPath } from 'node:url'
import { auditCalls, auditRefusals } from '../audit/calls/index.ts'
import { unsealedFigure } from '../audit/figure.ts'
import { backupCalls } from '../backup/calls.ts'
import { backupJobs } from '../backup/jobs.ts'
import { backupRefusals } from '../backup/refusals.ts'
import type { Definition } from '../command/index.ts'
import { deskCalls } from '../desk/index.ts'
import { kernelWaits } from '../desk/own.ts'
import { fileCalls } from '../files/calls.ts'
import { fileRefusals } from '../files/index.ts'
import type { HostServices } from '../host/services.ts'
import { identityCalls } from '../identity/calls/index.ts'
import { publicUrl } from '../identity/calls/invite.ts'
import { oidcRefusals } from '../identity/oidc.ts'
import { identityRefusals } from '../identity/refusals.ts'
import { jobCalls } from '../job/calls.ts'
import type { Module } from '../module/index.ts'
import { noticeCalls } from '../notice/calls.ts'
import { type Carrier, fileCarriers } from '../notice/carrier.ts'
import { noticeJob, noticeSubscriber, spreadJob } from '../notice/deliver.ts'
import { kernelNotices } from '../notice/kinds.ts'
import { noticeRefusals } from '../notice/refusals.ts'
import { packCalls } from '../pack/index.ts'
import { packRefusals } from '../pack/refusals.ts'
import { paperCalls } from '../paper/calls.ts'
import { paperRefusals } from '../paper/refusals.ts'
import { searchCalls } from '../search/index.ts'
import { ownFindables } from '../search/own.ts'
import { stateCalls } from '../state/calls.ts'

/** The kernel's own module: its tables and the calls on identity, files, notices, audit and packs. */
export function kernelModule(services: HostServices): Module {
  const carriers = carriersOf(services)
  const calls: Definition[] = [
    ...identityCalls(services),
    ...fileCalls(services),
    ...noticeCalls(services, carriers),
    ...auditCalls(services),
    ...backupCalls(services),
    ...jobCalls(services),
    ...stateCalls(services),
    ...packCalls(services.packs),
    ...paperCalls(services),
    ...searchCalls(services),
    ...deskCalls(services),
  ]
  return {
    name: 'kernel',
    migrations: kernelMigrations,
    refusals: [
      identityRefusals,
      oidcRefusals,
      fileRefusals,
      noticeRefusals,
      auditRefusals,
      backupRefusals,
      packRefusals,
      paperRefusals,
    ],
    calls,
    subscribers: [noticeSubscriber(carriers)],
    jobs: [noticeJob(carriers, publicUrl(services)), spreadJob(carriers), ...backupJobs(services)],
    atStart: ['kernel.pack.apply'],
    figures: [unsealedFigure],
    notices: kernelNotices,
    finds: ownFindables,
    waits: kernelWaits,
  }
}

export const kernelMigrations = fileURLToPath(new URL('../migrations', import.meta.url))

/** What carries notices out of the house: a demonstration writes files, production has none until one is set. */
function carriersOf({ config }: HostServices): readonly Carrier[] {
  return config.environment === 'demonstration' ? fileCarriers(config.dataDir) : []
}
