import { type Slin, slinFromBytes } from '../audio/slin';
import type { CommandRunner } from './command-runner';
import type { AudioConverter } from './speech-synthesiser.port';

/** `-R` keeps its dither the same each time, so that the same speech is the same bytes. */
const TO_SLIN = [
  '-V1',
  '-R',
  '--ignore-length',
  '-t',
  'wav',
  '-',
  '-t',
  'raw',
  '-r',
  '8000',
  '-c',
  '1',
  '-e',
  'signed-integer',
  '-b',
  '16',
  '-L',
  '-',
] as const;

export class SoxConverter implements AudioConverter {
  constructor(private readonly commands: CommandRunner) {}

  /** @throws CommandFailed when sox is missing or cannot be run. */
  async version(): Promise<string> {
    return (await this.commands.run('sox', ['--version'])).toString().trim();
  }

  async toSlin(wav: Uint8Array): Promise<Slin> {
    return slinFromBytes(await this.commands.run('sox', TO_SLIN, wav));
  }
}
