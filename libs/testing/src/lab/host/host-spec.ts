/** How to find a lab's host; kept in lab.json. */
export type HostSpec = ChrootSpec | DockerSpec;

export interface ChrootSpec {
  readonly kind: 'chroot';
}

export interface DockerSpec {
  readonly kind: 'docker';
  /** The engine's address, e.g. `unix:///var/run/docker.sock`. */
  readonly engine: string;
  readonly image: string;
}

export type LabHostKind = HostSpec['kind'];
