import { ChrootHost } from './chroot/chroot-host';
import { DockerHost } from './docker/docker-host';
import type { HostSpec } from './host-spec';
import type { LabHost } from './lab-host';

/** The host of the lab of that name; it need not be open. */
export function hostOf(name: string, spec: HostSpec): LabHost {
  switch (spec.kind) {
    case 'chroot':
      return new ChrootHost(name);
    case 'docker':
      return new DockerHost(name, spec);
  }
}
