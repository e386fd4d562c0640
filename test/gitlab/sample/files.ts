import type { KnownFacts } from './facts.ts';
import { type KindName, inventedGo } from './kinds.ts';
import type { SpecialState } from './states.ts';

/** The files of a project: a few true-looking ones, Go's where it is written in Go. */
export function sampleFiles(
	path: string,
	name: string,
	kind: KindName,
	facts: KnownFacts,
	state: SpecialState | undefined,
): Record<string, string> {
	const go = facts.goVersion ?? inventedGo(path);
	const goFiles = kind === 'go' ? (facts.goFiles ?? goFilesFor(state)) : [];
	return {
		'.gitlab-ci.yml': `stages: [test]\n\ntest:\n  stage: test\n  script: make test\n`,
		'README.md': `# ${name}\n\nSample data: this text is invented.\n`,
		...(facts.license && { LICENSE: `${facts.license.name}\n` }),
		...(goFiles.includes('go.mod') && { 'go.mod': goMod(path, go) }),
		...(goFiles.includes('.tool-versions') && {
			'.tool-versions': `# Tools of this project\ngolang ${go}\nnodejs 24.11.0\n`,
		}),
		...(goFiles.includes('mise.toml') && {
			'mise.toml': `[tools]\ngo = "${go}"\n"npm:markdownlint-cli2" = "0.18.1"\n`,
		}),
		...(kind === 'go' && {
			'main.go': `package main\n\nfunc main() {\n\tprintln("${name}")\n}\n`,
			'internal/example/example.go':
				'package example\n\n// Name is an example.\nconst Name = "example"\n',
		}),
	};
}

function goFilesFor(state: SpecialState | undefined): NonNullable<KnownFacts['goFiles']> {
	if (state === 'mise-only') return ['mise.toml'];
	if (state === 'tool-versions-only') return ['.tool-versions'];
	return ['go.mod'];
}

function goMod(path: string, go: string): string {
	return [
		`module gitlab.com/${path}`,
		'',
		`go ${go}`,
		'',
		'require (',
		'\tgithub.com/stretchr/testify v1.11.1',
		'\tgolang.org/x/sync v0.18.0',
		')',
		'',
		'require (',
		'\tgithub.com/davecgh/go-spew v1.1.1 // indirect',
		'\tgopkg.in/yaml.v3 v3.0.1 // indirect',
		')',
		'',
	].join('\n');
}
