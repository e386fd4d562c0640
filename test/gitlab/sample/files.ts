import { planted } from '../planted.ts';
import { codeownersFile } from './codeowners.ts';
import { apacheText, mitText } from '../license-texts.ts';
import { numberFor } from '../seed.ts';
import { consumerFiles } from './consumer-files.ts';
import type { ProjectDraft } from './draft.ts';
import { surfaceFiles } from './surface-files.ts';
import { ciFiles, goMod, miseToml, toolVersions } from './tool-files.ts';
import { type ToolPlace, toolsOf } from './tools.ts';

/** The files of a project: a few true-looking ones, with its tools, owners and licence. */
export function sampleFiles(
	draft: ProjectDraft,
	license: { key: string } | null,
): Record<string, string> {
	const uses = toolsOf(draft);
	const pinsAt = (...places: ToolPlace[]): boolean =>
		uses.some(({ place }) => places.includes(place));
	return {
		...ciFiles(draft, uses),
		...codeownersFile(draft),
		'README.md': `# ${draft.name}\n\nSample data: this text is invented. ${planted.fileText}\n`,
		...(license && { LICENSE: licenseText(draft, license) }),
		...(hasGoMod(draft) && { 'go.mod': goMod(draft, uses) }),
		...(pinsAt('.tool-versions') && { '.tool-versions': toolVersions(uses) }),
		...(pinsAt('mise.toml') && { 'mise.toml': miseToml(uses) }),
		...(draft.kind === 'go' && {
			'main.go': `package main\n\nfunc main() {\n\tprintln("${draft.name}")\n}\n`,
			'internal/example/example.go':
				'package example\n\n// Name is an example.\nconst Name = "example"\n',
		}),
		...consumerFiles(draft),
		...surfaceFiles(draft),
	};
}

/** Each with the years in which it was written. */
function licenseText({ path }: ProjectDraft, { key }: { key: string }): string {
	const copyright = `Copyright (c) ${String(2015 + numberFor(`copyright ${path}`, 10))}-2026 Example`;
	return key === 'mit' ? mitText(copyright) : apacheText(copyright);
}

function hasGoMod({ kind, state }: ProjectDraft): boolean {
	return kind === 'go' && state !== 'mise-only' && state !== 'tool-versions-only';
}
