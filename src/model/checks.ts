import { z } from 'zod';
import { GroupPath, IsoDate, ProjectPath, WebUrl } from './identifiers.ts';
import { Line, Slug } from './text.ts';
import { parseVersion } from './version.ts';

/** The checks that every inventory has. Exports and history name them so: never rename one. */
export const builtInChecks = [
	'path',
	'readable',
	'archived',
	'listed',
	'maintainers',
	'codeowners',
	'licence',
	'release',
	'pipeline',
] as const;

/** One of `builtInChecks`, or `tool-` and the id of a tool: `tool-go`. */
export const CheckId = z.union([z.enum(builtInChecks), z.templateLiteral(['tool-', Slug])], {
	error: `Unknown check: expected one of ${builtInChecks.join(', ')}, or tool- and the id of a tool, such as tool-go`,
});
export type CheckId = z.output<typeof CheckId>;

/**
 * What came of a check. `unknown`: what it takes may not be seen, or was not pulled; never a failure.
 * `exempt`: it would be broken, and the registry says why that is right for now.
 */
export const Answer = z.enum(['holds', 'broken', 'unknown', 'exempt']);
export type Answer = z.output<typeof Answer>;

/** One that others can be compared with. */
const AgreedVersion = z
	.string({
		error:
			'Invalid version: YAML has read a number, so that 1.30 is 1.3. Write it in quotes, such as "1.30"',
	})
	.trim()
	.refine((version) => parseVersion(version) !== undefined, {
		error:
			'Invalid version: expected one in numbers, such as "1.26.5". Where any version will do, leave agreed out: versions are shown then, and not judged',
	});

/** A tool whose version is to be the same in all projects, and where projects say which they use. */
export const DeclaredTool = z.strictObject({
	id: Slug,
	name: Line,
	/** The version that all projects are to use: `1.26.5`. Without it, versions are shown and not judged. */
	agreed: AgreedVersion.optional(),
	/** Where the agreed version is from, in a sentence. */
	note: Line.optional(),
	/** A project that is mainly written in this language is expected to say its version. */
	language: Line.optional(),
	/** Where versions are read. Nothing of it: the tool is never found. */
	pins: z.strictObject({
		/** The lines `go` and `toolchain` of go.mod. */
		goDirective: z.boolean().default(false),
		/** Modules that go.mod requires. Versions of the module's path, such as /v2, are found too. */
		goModules: z.array(Line).default([]),
		/** Names in mise.toml and .tool-versions. */
		names: z.array(Line).default([]),
		/** Variables in .gitlab-ci.yml and the files of the project that it includes. */
		variables: z.array(Line).default([]),
		/** Images there, without their tag: `golang`, `registry.example.com/tools/lint`. */
		images: z.array(Line).default([]),
	}),
});
export type DeclaredTool = z.output<typeof DeclaredTool>;

/** A check that is allowed to be broken, for a reason and until a day. */
export const Exemption = z.strictObject({
	project: ProjectPath,
	check: CheckId,
	reason: Line,
	/** The role that decided it; never a person's name. */
	by: Line.refine((by) => !by.includes('@'), {
		error:
			'Invalid role: expected what somebody does, such as "engineering manager", and nobody\'s name or address',
	}),
	/** The last day on which it counts. */
	until: IsoDate,
});
export type Exemption = z.output<typeof Exemption>;

/** `checks.yaml`: what the inventory is checked for. */
export const CheckRules = z.strictObject({
	/** The group that has maintainer access to every project. One of `people.yaml`. */
	maintainers: GroupPath,
	/** CODEOWNERS of every project names one of these groups. */
	codeowners: z.array(GroupPath).min(1),
	/** Groups, with all below them, whose every project has to be in the inventory. */
	completeGroups: z.array(GroupPath.transform((path) => ({ path }))),
	tools: z.array(DeclaredTool),
	/** A key with nothing after it is what is left when the last one is removed. */
	exemptions: z
		.array(Exemption)
		.nullable()
		.transform((exemptions) => exemptions ?? []),
});
export type CheckRules = z.output<typeof CheckRules>;

/** A project that GitLab lists in one of `completeGroups`, as a stranger sees it. */
export const GroupProject = z.strictObject({
	path: ProjectPath,
	/** The group of the registry under which it was found. */
	group: GroupPath,
	id: z.int().positive(),
	archived: z.boolean(),
	webUrl: WebUrl.nullable(),
});
export type GroupProject = z.output<typeof GroupProject>;

/** The access that a group of `people.yaml` has to a project. Asked for with a token alone. */
export const ProjectAccess = z.strictObject({
	/** As the registry declares it. Only projects that a stranger sees are asked about. */
	project: ProjectPath,
	group: GroupPath,
	/** GitLab's number: 30 is Developer, 40 Maintainer. `null`: the project is not shared with it. */
	accessLevel: z.int().nonnegative().nullable(),
	/** The group above the project that is shared instead of the project. `null`: the project itself. */
	through: GroupPath.nullable(),
});
export type ProjectAccess = z.output<typeof ProjectAccess>;
