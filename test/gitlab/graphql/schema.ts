import { buildSchema } from 'graphql';

/** The part of GitLab's schema that an inventory can ask for. Names and kinds are GitLab's. */
export const schema = buildSchema(`
	scalar Time
	"Written as text, since it may be larger than an Int."
	scalar BigInt

	type Query {
		"Information about the complexity of the query."
		queryComplexity: QueryComplexity
		project(fullPath: ID!): Project
		group(fullPath: ID!): Group
		projects(fullPaths: [String!], first: Int, after: String): ProjectConnection
	}

	type QueryComplexity { score: Int, limit: Int }

	type PageInfo {
		hasNextPage: Boolean!
		hasPreviousPage: Boolean!
		startCursor: String
		endCursor: String
	}

	type Group {
		id: ID!
		fullPath: ID!
		name: String!
		description: String
		webUrl: String!
		visibility: String
		createdAt: Time
		parent: Group
		labels(title: String, searchTerm: String, includeAncestorGroups: Boolean = false, includeDescendantGroups: Boolean = false, onlyGroupLabels: Boolean = false, first: Int, after: String): LabelConnection
		milestones(title: String, state: MilestoneStateEnum, includeAncestors: Boolean, includeDescendants: Boolean, first: Int, after: String): MilestoneConnection
		workItems(types: [IssueType!], state: IssuableState, search: String, in: [IssuableSearchableField!], sort: WorkItemSort = CREATED_ASC, first: Int, after: String): WorkItemConnection
	}

	enum IssueType { ISSUE INCIDENT TEST_CASE REQUIREMENT TASK TICKET OBJECTIVE KEY_RESULT EPIC }
	enum IssuableState { opened closed locked all }
	enum IssuableSearchableField { TITLE DESCRIPTION }
	enum WorkItemSort { CREATED_ASC CREATED_DESC TITLE_ASC TITLE_DESC }
	enum WorkItemState { OPEN CLOSED }
	type WorkItemConnection { nodes: [WorkItem], pageInfo: PageInfo! }
	type WorkItem {
		id: ID!
		iid: String!
		title: String!
		state: WorkItemState!
		createdAt: Time!
		confidential: Boolean!
		webUrl: String
	}

	type LabelConnection { nodes: [Label], pageInfo: PageInfo! }
	type Label { id: ID!, title: String!, description: String }

	enum MilestoneStateEnum { active closed }
	type MilestoneConnection { nodes: [Milestone], pageInfo: PageInfo! }
	type Milestone { id: ID!, iid: ID!, title: String!, state: MilestoneStateEnum!, dueDate: Time, startDate: Time }

	type ProjectConnection { nodes: [Project], pageInfo: PageInfo! }
	type Project {
		id: ID!
		fullPath: ID!
		name: String!
		description: String
		webUrl: String
		archived: Boolean
		visibility: String
		createdAt: Time
		lastActivityAt: Time
		starCount: Int!
		forksCount: Int!
		openIssuesCount: Int
		topics: [String!]
		labels(title: String, searchTerm: String, includeAncestorGroups: Boolean = false, first: Int, after: String): LabelConnection
		milestones(title: String, state: MilestoneStateEnum, includeAncestors: Boolean, first: Int, after: String): MilestoneConnection
		languages: [RepositoryLanguage!]
		issues(createdAfter: Time, first: Int, after: String): IssueConnection
		repository: Repository
		releases(first: Int, after: String, sort: ReleaseSort = RELEASED_AT_DESC): ReleaseConnection
		pipelines(first: Int, after: String, ref: String): PipelineConnection
	}

	enum NotesFilterType { ALL_NOTES ONLY_ACTIVITY ONLY_COMMENTS }
	type IssueConnection { nodes: [Issue], pageInfo: PageInfo! }
	type Issue {
		id: ID!
		iid: ID!
		title: String!
		createdAt: Time!
		confidential: Boolean!
		webUrl: String!
		author: UserCore!
		notes(filter: NotesFilterType = ALL_NOTES, first: Int, after: String): NoteConnection!
	}

	type UserCore { id: ID!, username: String!, name: String!, bot: Boolean! }
	type NoteConnection { nodes: [Note], pageInfo: PageInfo! }
	type Note { id: ID!, createdAt: Time!, system: Boolean!, internal: Boolean, body: String!, author: UserCore }

	type RepositoryLanguage { name: String!, share: Float }

	type Repository {
		rootRef: String
		exists: Boolean!
		empty: Boolean!
		tree(path: String = "", recursive: Boolean = false, ref: String): Tree
		blobs(paths: [String!]!, ref: String, first: Int, after: String): RepositoryBlobConnection
	}

	type Tree { trees(first: Int, after: String): TreeEntryConnection!, blobs(first: Int, after: String): TreeEntryConnection! }
	type TreeEntryConnection { nodes: [TreeEntry], pageInfo: PageInfo! }
	type TreeEntry { name: String!, path: String! }

	type RepositoryBlobConnection { nodes: [RepositoryBlob], pageInfo: PageInfo! }
	type RepositoryBlob { path: String!, name: String, size: BigInt, rawTextBlob: String }

	enum ReleaseSort { CREATED_DESC CREATED_ASC RELEASED_AT_DESC RELEASED_AT_ASC }
	type ReleaseConnection { nodes: [Release], pageInfo: PageInfo! }
	type Release {
		id: ID!
		name: String
		tagName: String
		createdAt: Time
		releasedAt: Time
		upcomingRelease: Boolean
	}

	enum PipelineStatusEnum {
		CREATED WAITING_FOR_RESOURCE PREPARING WAITING_FOR_CALLBACK PENDING RUNNING
		FAILED SUCCESS CANCELED CANCELING SKIPPED MANUAL SCHEDULED
	}
	type PipelineConnection { nodes: [Pipeline], pageInfo: PageInfo! }
	type Pipeline {
		id: ID!
		iid: String!
		path: String
		ref: String
		sha: String
		status: PipelineStatusEnum!
		createdAt: Time!
		updatedAt: Time!
		finishedAt: Time
	}
`);
