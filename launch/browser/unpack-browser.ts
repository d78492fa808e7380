import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

type Unpacked = {
  readonly executablePath: string
  readonly fonts: Readonly<Record<string, string>>
  /** For machines without the libraries a desktop has (nss, nspr, expat). */
  readonly libraries: Readonly<Record<string, string>>
}

/** Unpacks the Chromium that npm installed (Linux x64), once per version; null where there is none. */
export const unpackBrowser = async (root: string): Promise<Unpacked | null> => {
  const packageFile = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFile)) return null
  const { version } = JSON.parse(await readFile(packageFile, 'utf8'))
  const folder = join(root, '.cache', `chromium-${version}`)
  if (!existsSync(folder)) await unpack(root, folder)
  return {
    executablePath: join(folder, 'chromium'),
    fonts: existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') },
    libraries: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
  }
}

// The package unpacks into the temporary folder and takes whatever it finds there for finished. So it is told
// of a temporary folder of its own, in a process of its own, and that folder gets its name when all is there.
const unpack = async (root: string, folder: string) => {
  const making = `${folder}.${process.pid}`
  await mkdir(making, { recursive: true })
  try {
    await promisify(execFile)(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `await (await import('@sparticuz/chromium')).default.executablePath()`,
      ],
      {
        cwd: root,
        // With this it also unpacks the libraries.
        env: { ...process.env, TMPDIR: making, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      },
    )
    await pointToFonts(making, folder)
    await rename(making, folder)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    // Another process was faster.
    if (!existsSync(folder)) throw error
  }
}

// The list of folders with fonts names the temporary folder of the machine the package is made for.
const pointToFonts = async (making: string, folder: string) => {
  const list = join(making, 'fonts', 'fonts.conf')
  const text = await readFile(list, 'utf8')
  await writeFile(list, text.replace('<dir>/tmp/fonts</dir>', `<dir>${join(folder, 'fonts')}</dir>`))
}
