import type { Finder } from '../finder.ts'
import { findGazetteer } from './gazetteer.ts'
import { findGroups } from './group.ts'
import { findNationalities } from './nationality.ts'
import { findOrganizations } from './organization.ts'
import { findPersons } from './person.ts'
import { findTitles } from './title.ts'
import { findVenues } from './venue.ts'
import { View } from './view.ts'

const FINDERS = [findGazetteer, findPersons, findOrganizations, findVenues, findTitles, findNationalities, findGroups]

/** Persons, places, organizations, groups, titles and nationalities: from the tables and by pattern. */
export const nameFinder: Finder = {
  name: 'name',
  find(source, emit) {
    const view = new View(source)
    for (const find of FINDERS) find(view, emit)
  },
}
