import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Vite lists what it has bundled. These bring files that readers load as they are. */
const copied = { 'astro-expressive-code': 'LICENSE', pagefind: 'LICENSE/LICENSE' };

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** Completes the list of licences of what readers get: they ask that their texts go with the code. */
export async function addLicences(site: string, root: string): Promise<void> {
	for (const [name, file] of Object.entries(copied)) {
		const folder = join(root, 'node_modules', name);
		const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
		const { version, license } = Manifest.parse(manifest);
		const text = (await readFile(join(folder, file), 'utf8')).trim();
		const section = `\n---\n\n## ${name} - ${version} (${license})\n\n${text}\n`;
		await appendFile(join(site, 'licences.txt'), section);
	}
}
