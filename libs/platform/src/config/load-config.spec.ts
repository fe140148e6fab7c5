import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { ConfigError, FromEnv, loadConfig, ServiceConfig } from '.';

class LinesConfig {
  @FromEnv('LINES')
  @IsInt()
  @Min(1)
  @Max(500)
  lines: number = 30;

  @FromEnv('AMD')
  @IsBoolean()
  amd: boolean = false;

  @FromEnv('SKILLS')
  @IsIn(['fault', 'billing'], { each: true })
  skills: string[] = [];

  @FromEnv('ARI_PASSWORD')
  @IsString()
  ariPassword: string;

  @FromEnv('NOTE')
  @IsOptional()
  @IsString()
  note?: string;
}

class OtherLinesConfig extends LinesConfig {
  @FromEnv('OTHER_LINES')
  @IsInt()
  override lines: number = 10;
}

const problemsOf = (load: () => unknown): readonly string[] => {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('nothing was wrong');
};

describe('loadConfig', () => {
  it('converts by the declared type and keeps defaults for what is unset or empty', () => {
    const env = { LINES: ' 12 ', AMD: 'TRUE', SKILLS: 'fault, billing', ARI_PASSWORD: 'x', NOTE: '' };
    expect(loadConfig(LinesConfig, env)).toEqual({
      lines: 12,
      amd: true,
      skills: ['fault', 'billing'],
      ariPassword: 'x',
    });
    expect(loadConfig(LinesConfig, { ARI_PASSWORD: 'x' }).lines).toBe(30);
  });

  it('names every bad variable at once, with the rule and what was given', () => {
    const problems = problemsOf(() => loadConfig(LinesConfig, { LINES: 'many', AMD: 'yes', SKILLS: 'x' }));
    expect(problems).toHaveLength(4);
    expect(problems).toEqual(
      expect.arrayContaining([
        'LINES: must be a number, got "many"',
        'AMD: must be true or false, got "yes"',
        expect.stringContaining('ARI_PASSWORD is not set'),
        expect.stringMatching(/^SKILLS: .*fault, billing.*got "x"/),
      ]),
    );
  });

  it('refuses a number out of range', () => {
    const [problem] = problemsOf(() => loadConfig(LinesConfig, { LINES: '501', ARI_PASSWORD: 'x' }));
    expect(problem).toBe('LINES: lines must not be greater than 500, got "501"');
  });

  it('never shows a secret', () => {
    const env = { DATABASE_URL: 'mysql://root:hunter2@host' };
    const [problem] = problemsOf(() => loadConfig(ServiceConfig, env));
    expect(problem).toContain('DATABASE_URL');
    expect(problem).not.toContain('hunter2');
  });

  it('lets a derived class bind a property to a variable of its own', () => {
    const env = { LINES: '77', OTHER_LINES: '5', ARI_PASSWORD: 'x' };
    expect(loadConfig(OtherLinesConfig, env).lines).toBe(5);
  });

  it('cannot be changed afterwards', () => {
    const config = loadConfig(LinesConfig, { ARI_PASSWORD: 'x' });
    expect(() => Object.assign(config, { lines: 1 })).toThrow(TypeError);
  });
});
