import type { DeclaredTool } from '#model/checks.ts';
import { chance, numberFor, pick } from '../seed.ts';
import type { ProjectDraft } from './draft.ts';
import { traitsOf } from './kinds.ts';
import { seasonOf } from './seasons.ts';

/** Where a project says which version of a tool it uses. */
export type ToolPlace =
	'go.mod' | 'required-module' | 'mise.toml' | '.tool-versions' | 'variable' | 'image';

export interface ToolUse {
	tool: DeclaredTool;
	place: ToolPlace;
	version: string;
}

/** The tools of the registry that a project uses, each at one place or several. */
export function toolsOf(draft: ProjectDraft): ToolUse[] {
	return draft.registry.checks.tools.flatMap((tool): ToolUse[] => {
		const version = versionOf(draft, tool);
		return placesOf(draft, tool).map((place) => ({
			tool,
			place,
			version: place === 'image' && takesLatest(draft, tool) ? 'latest' : version,
		}));
	});
}

/** The version of the language itself, which go.mod cannot do without. */
export function goVersionOf(draft: ProjectDraft): string {
	const tool = draft.registry.checks.tools.find(({ pins }) => pins.goDirective);
	return tool ? versionOf(draft, tool) : '1.26.5';
}

function placesOf(draft: ProjectDraft, tool: DeclaredTool): ToolPlace[] {
	if (tool.pins.goDirective) return placesOfGo(draft, tool);
	const { path, kind, tooling } = draft;
	const languages = Object.keys(traitsOf(kind).languages);
	const fits = tool.language === undefined || languages.includes(tool.language);
	const places = possiblePlaces(tool);
	if (tooling === 'many-in-mise' && tool.pins.names.length > 0) return ['mise.toml'];
	if (tooling === 'required-module' && tool.pins.goModules.length > 0) return ['required-module'];
	if (tooling === 'included-variables' && tool.pins.variables.length > 0) return ['variable'];
	if (takesLatest(draft, tool)) return ['image'];
	const percent = kind === 'go' ? 60 : 20;
	const [first, ...others] = places;
	if (!fits || first === undefined || !chance(`uses ${tool.id} ${path}`, percent)) return [];
	return [pick(`place of ${tool.id} ${path}`, [first, ...others])];
}

function possiblePlaces({ pins }: DeclaredTool): ToolPlace[] {
	return [
		...(pins.variables.length > 0 ? (['variable', 'variable'] as const) : []),
		...(pins.images.length > 0 ? (['image', 'image'] as const) : []),
		...(pins.names.length > 0 ? (['mise.toml'] as const) : []),
	];
}

/** Where a project in Go pins Go itself: in its go.mod or a special file, and often in its pipeline. */
function placesOfGo({ path, kind, state, tooling }: ProjectDraft, tool: DeclaredTool) {
	if (kind !== 'go') return [];
	if (state === 'mise-only') return ['mise.toml' as const];
	if (state === 'tool-versions-only') return ['.tool-versions' as const];
	const places: ToolPlace[] = ['go.mod'];
	if (tooling === 'many-in-mise') places.push('mise.toml');
	const { variables, images } = tool.pins;
	const isIncluding = tooling === 'included-variables';
	if (variables.length > 0 && (isIncluding || chance(`variable ${path}`, 40))) {
		places.push('variable');
	} else if (images.length > 0 && (tooling === 'latest-image' || chance(`image ${path}`, 40))) {
		places.push('image');
	}
	return places;
}

function takesLatest({ tooling, registry }: ProjectDraft, tool: DeclaredTool): boolean {
	const first = registry.checks.tools.find(({ pins }) => pins.images.length > 0);
	return tooling === 'latest-image' && tool === first;
}

/** Mostly the agreed version; some projects are behind it, some have another patch of it. */
function versionOf({ path, today }: ProjectDraft, tool: DeclaredTool): string {
	const usual = tool.agreed ?? inventedVersion(tool);
	const season = seasonOf(`${tool.id} ${path}`, today, 8);
	return pick(`${tool.id} of ${path} in ${String(season)}`, [
		usual,
		usual,
		usual,
		usual,
		shifted(usual, { patches: 1 }),
		shifted(usual, { minors: 1 }),
		shifted(usual, { minors: 2 }),
	]);
}

function inventedVersion({ id }: DeclaredTool): string {
	return [1 + numberFor(`major ${id}`, 2), 3 + numberFor(`minor ${id}`, 9), 2].join('.');
}

/** Some versions before. One that cannot be counted back stays as it is. */
function shifted(version: string, { minors = 0, patches = 0 }): string {
	const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
	if (major === undefined) return version;
	return [major, Math.max(0, Number(minor) - minors), Math.max(0, Number(patch) - patches)].join(
		'.',
	);
}
