import { appendFile, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** Vite lists what it has bundled. These bring files that readers load as they are. */
const copied = { 'astro-expressive-code': 'LICENSE', pagefind: 'LICENSE/LICENSE' };

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** Completes the list of licences of what readers get: they ask that their texts go with the code. */
export async function addLicences(site: string): Promise<void> {
	for (const [name, file] of Object.entries(copied)) {
		const path = findPackageJSON(name, import.meta.url);
		if (path === undefined) throw new Error(`There is no package ${name}. Run npm ci.`);
		const { version, license } = Manifest.parse(JSON.parse(await readFile(path, 'utf8')));
		const text = (await readFile(join(dirname(path), file), 'utf8')).trim();
		const section = `\n---\n\n## ${name} - ${version} (${license})\n\n${text}\n`;
		await appendFile(join(site, 'licences.txt'), section);
	}
}
