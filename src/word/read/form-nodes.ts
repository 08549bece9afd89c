/** The plain value of a form while it is read; what YAML gives for the same form. */
export interface TaskNode {
  number?: string;
  code?: string;
  text: string;
  complexity?: number | number[] | string;
  unrated?: string;
}

export interface SectionNode {
  number?: string;
  title: string;
  readonly tasks: (TaskNode | string)[];
}

export interface GroupNode {
  title: string;
  positions?: SectionNode[];
  areas?: SectionNode[];
  tasks?: (TaskNode | string)[];
}

export interface SignatoryNode {
  title?: string;
  name?: string;
}

export interface SignaturesNode {
  preparedBy?: SignatoryNode;
  approvedBy?: SignatoryNode;
  place?: string;
  date?: string;
}
