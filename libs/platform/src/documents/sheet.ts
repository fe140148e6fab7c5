/** A table of a document to be read. */
export interface SheetSection {
  /** At most 31 characters: the name of a worksheet too. */
  readonly title: string;
  /** Stands in the place of the rows where there are none. */
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A document of a heading and tables, in one language, that can be had as PDF, XLSX and HTML. */
export interface Sheet {
  readonly title: string;
  /** A line below the heading: of what time, made when. */
  readonly facts: readonly string[];
  readonly sections: readonly SheetSection[];
  /** Dates in the files: the same sheet gives the same bytes. */
  readonly dated: Date;
}
