import { Injectable } from '@nestjs/common';
import type { DialingPolicy, DocumentProblem, Result } from '@switchyard/domain';
import { DialerConfig } from '../dialer/dialer.config';
import { PolicyVersions } from './policy-versions.port';
import { readVersion, type VersionToRead } from './read-version';

/** Reads a document by what holds here. */
@Injectable()
export class ReadVersion {
  constructor(
    private readonly versions: PolicyVersions,
    private readonly config: DialerConfig,
  ) {}

  async execute(version: VersionToRead): Promise<Result<DialingPolicy, readonly DocumentProblem[]>> {
    const attemptCaps = await this.versions.attemptCaps();
    return readVersion(version, { attemptCaps, trunkIsLab: this.config.trunkIsLab });
  }
}
