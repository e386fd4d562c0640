import { z } from 'zod';
import { GroupPath, IsoDate, IsoInstant, ProjectPath, WebUrl } from './identifiers.ts';
import { eachHasIts } from './refinement.ts';
import { Count, Flag, Line, Lines, Positive, Slug } from './values.ts';
import { parseVersion } from './version.ts';

/** The checks that every inventory has. Exports and history name them so: never rename one. */
const builtInChecks = [
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
export const CheckId = z
	.union([z.enum(builtInChecks), z.templateLiteral(['tool-', Slug])], {
		error: `Unknown check: expected one of ${builtInChecks.join(', ')}, or tool- and the id of a tool, such as tool-go`,
	})
	.meta({ title: 'check', examples: ['release', 'tool-go'] });
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
	id: Slug.meta({ description: 'Its check is tool- and this id.', examples: ['go'] }),
	name: Line.meta({ description: 'What pages call it.', examples: ['Go'] }),
	agreed: AgreedVersion.optional().meta({
		title: 'version',
		description:
			'The version that all projects should use. Without it, versions are shown and not checked.',
		examples: ['1.26.5'],
	}),
	note: Line.optional().meta({
		description: 'Where the agreed version comes from, in a sentence.',
		examples: ['The version that Engine itself uses.'],
	}),
	language: Line.optional().meta({
		description: 'Projects written mainly in this language should declare a version.',
		examples: ['Go'],
	}),
	pins: z
		.strictObject({
			goDirective: Flag.describe('Read the lines go and toolchain of go.mod.'),
			goModules: Lines.default([]).meta({
				description: 'Modules required in go.mod, with or without a major version such as /v2.',
				examples: [['example.com/tools/lint']],
			}),
			names: Lines.default([]).meta({
				description: 'Names of the tool in mise.toml and .tool-versions.',
				examples: [['go', 'golang']],
			}),
			variables: Lines.default([]).meta({
				description: 'Variables in .gitlab-ci.yml and the files that it includes from its project.',
				examples: [['GO_VERSION']],
			}),
			images: Lines.default([]).meta({
				description: 'Images in the same files, without their tag.',
				examples: [['golang', 'registry.example.com/tools/lint']],
			}),
		})
		.describe("Where to find the version. Without any of it, the tool isn't found."),
});
export type DeclaredTool = z.output<typeof DeclaredTool>;

/** A check that is allowed to be broken, for a reason and until a day. */
export const Exemption = z.strictObject({
	project: ProjectPath.describe('The exempt project, as in projects.yaml.'),
	check: CheckId.describe('The check, as npm run check names it.'),
	reason: Line.meta({
		description: 'Why it may fail for now.',
		examples: ['The next release is planned for January.'],
	}),
	by: Line.refine((by) => !by.includes('@'), {
		error:
			'Invalid role: expected what somebody does, such as "engineering manager", and nobody\'s name or address',
	}).meta({
		description: "The role that decided, never a person's name.",
		examples: ['engineering manager'],
	}),
	until: IsoDate.describe('The last day on which the exemption applies.'),
});
export type Exemption = z.output<typeof Exemption>;

export const CheckRules = z
	.strictObject({
		maintainers: GroupPath.optional().describe(
			'The group with maintainer access to every project. One of people.yaml.',
		),
		codeowners: z
			.array(GroupPath)
			.default([])
			.describe("Groups of people.yaml. Every project's CODEOWNERS file should name one of them."),
		completeGroups: z
			.array(GroupPath.transform((path) => ({ path })))
			.default([])
			.describe(
				'Groups whose projects, including those of subgroups, must all be in projects.yaml.',
			),
		tools: z
			.array(DeclaredTool)
			.superRefine(eachHasIts('id'))
			.default([])
			.describe('Tools whose versions are compared across projects.'),
		// Removing the last one leaves a key with nothing after it.
		exemptions: z
			.array(Exemption)
			.nullable()
			.default([])
			.describe('Checks that may fail for now. May be left empty.')
			.transform((exemptions) => exemptions ?? []),
	})
	.describe('What the projects are checked for, and which checks may fail for now.');
export type CheckRules = z.output<typeof CheckRules>;

/** A project that GitLab lists in one of `completeGroups`, as a stranger sees it. */
export const GroupProject = z.strictObject({
	path: ProjectPath,
	/** The group of the registry under which it was found. */
	group: GroupPath,
	id: Positive,
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
	accessLevel: Count.nullable(),
	/** The group above the project that is shared instead of the project. `null`: the project itself. */
	through: GroupPath.nullable(),
	/** When it was pulled, where GitLab failed to answer since. */
	keptFrom: IsoInstant.optional(),
});
export type ProjectAccess = z.output<typeof ProjectAccess>;
