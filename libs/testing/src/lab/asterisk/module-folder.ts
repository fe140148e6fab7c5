const MULTIARCH: Partial<Record<NodeJS.Architecture, string>> = {
  x64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
};

/**
 * asterisk.conf with the folder of modules that Debian has on a machine of that architecture; the file in
 * deploy/asterisk names x64's. @throws RangeError for an architecture that nobody has tried
 */
export function forArchitecture(asteriskConf: string, architecture: NodeJS.Architecture): string {
  const folder = MULTIARCH[architecture];
  if (folder === undefined)
    throw new RangeError(`the lab does not know where ${architecture} keeps Asterisk's modules`);
  return asteriskConf.replace(/^(astmoddir => .*\/)[^/]+(\/asterisk\/modules)$/m, `$1${folder}$2`);
}
