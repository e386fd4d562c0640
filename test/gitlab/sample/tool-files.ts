import { planted } from '../planted.ts';
import { chance } from '../seed.ts';
import { clientModule } from './consumer-files.ts';
import type { ProjectDraft } from './draft.ts';
import { type ToolPlace, type ToolUse, goVersionOf } from './tools.ts';

const aside = `# ${planted.fileText}`;

/** go.mod of a project in Go. */
export function goMod(draft: ProjectDraft, uses: readonly ToolUse[]): string {
	const go = goVersionOf(draft);
	const client = clientModule(draft);
	const tools = at(uses, 'required-module').map(({ tool, version }) => {
		const major = Number(version.split('.')[0]);
		return {
			path: `${tool.pins.goModules[0] ?? ''}${major > 1 ? `/v${String(major)}` : ''}`,
			version,
		};
	});
	const modules = [...(client ? [client] : []), ...tools];
	return [
		`// ${planted.fileText}`,
		`module gitlab.com/${draft.path}`,
		'',
		...(hasToolchain(draft) ? [`go ${firstPatch(go)}`, '', `toolchain go${go}`] : [`go ${go}`]),
		'',
		'require (',
		...modules.map(({ path, version }) => `\t${path} v${version}`),
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

/** The least version that is asked for, and the one that is used, in two lines. */
function hasToolchain({ path }: ProjectDraft): boolean {
	return chance(`toolchain ${path}`, 30);
}

function firstPatch(version: string): string {
	return version.replace(/^(\d+\.\d+)\.\d+$/, '$1.0');
}

export function miseToml(uses: readonly ToolUse[]): string {
	return [
		aside,
		'[tools]',
		...at(uses, 'mise.toml').map(({ tool, version }) => {
			const [name = tool.id] = tool.pins.names;
			return `${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)} = "${version}"`;
		}),
		'"npm:markdownlint-cli2" = "0.18.1"',
		'',
	].join('\n');
}

export function toolVersions(uses: readonly ToolUse[]): string {
	return [
		aside,
		...at(uses, '.tool-versions').map(({ tool, version }) => {
			// The older of its names, without a place to get it from.
			const name = tool.pins.names.findLast((candidate) => !candidate.includes(':')) ?? tool.id;
			return `${name} ${version} ${aside}`;
		}),
		'nodejs 24.11.0',
		'',
	].join('\n');
}

/** `.gitlab-ci.yml`, and the file with its variables where that is another one. */
export function ciFiles(draft: ProjectDraft, uses: readonly ToolUse[]): Record<string, string> {
	const included =
		draft.tooling === 'included-variables' ? '.gitlab/ci/variables.gitlab-ci.yml' : undefined;
	const variables = [
		'variables:',
		`  SAMPLE_NOTE: "${planted.fileText}"`,
		...at(uses, 'variable').map(
			({ tool, version }) => `  ${tool.pins.variables[0] ?? ''}: "${version}" ${aside}`,
		),
		'',
	];
	const jobs = [...at(uses, 'image'), ...at(uses, 'variable')].map(jobWith);
	const own = [
		'stages: [test]',
		'',
		...(included === undefined
			? variables
			: ['include:', `  - local: /${included}`, '  - template: Security/SAST.gitlab-ci.yml', '']),
		...jobs,
		'test:',
		'  stage: test',
		'  script: make test',
		'',
	].join('\n');
	return {
		'.gitlab-ci.yml': own,
		...(included !== undefined && { [included]: [aside, ...variables].join('\n') }),
	};
}

/** A job in an image of the tool. A variable with the version names the image's tag too. */
function jobWith({ tool, place, version }: ToolUse): string {
	const [image] = tool.pins.images;
	const tag = place === 'variable' ? `\${${tool.pins.variables[0] ?? ''}}` : version;
	return [
		`${tool.id}:`,
		'  stage: test',
		...(image === undefined ? [] : [`  image: ${image}:${tag}`]),
		`  script: make ${tool.id}`,
		'',
	].join('\n');
}

function at(uses: readonly ToolUse[], place: ToolPlace): ToolUse[] {
	return uses.filter((use) => use.place === place);
}
