// Shows in the row of each record who else has it open. The server tells a grid who is where, and each row picks its own
// people: no row is drawn anew for it, so nothing moves.

const SHOWN = 2;

/** @typedef {{ initials: string, colour: string, words: string, editing: boolean }} Somebody */

/** @type {WeakMap<Element, Record<string, Somebody[]>>} who is at which record, by grid */
const places = new WeakMap();

class RowPeople extends HTMLElement {
  static observedAttributes = ['record'];

  #shown = '';

  connectedCallback() {
    this.show();
  }

  attributeChangedCallback() {
    this.show();
  }

  show() {
    const grid = this.closest('vaadin-grid');
    const people = (grid && places.get(grid)?.[this.getAttribute('record') ?? '']) ?? [];
    const shown = JSON.stringify(people);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.replaceChildren(...people.slice(0, SHOWN).map(mark), ...more(people.length - SHOWN));
    this.#say(people.map((one) => one.words).join(', '));
  }

  /** @param {string} words  for those who hear the page, and those who point at it; none for nobody */
  #say(words) {
    for (const [name, value] of Object.entries({ role: 'img', 'aria-label': words, title: words })) {
      this.toggleAttribute(name, words !== '');
      if (words) {
        this.setAttribute(name, value);
      }
    }
  }
}

/** @param {Somebody} somebody */
function mark({ initials, colour, editing }) {
  const round = document.createElement('span');
  round.className = editing ? 'row-person row-person-editing' : 'row-person';
  round.style.setProperty('--person', colour);
  round.textContent = initials;
  return round;
}

/** @param {number} count */
function more(count) {
  if (count <= 0) {
    return [];
  }
  const rest = document.createElement('span');
  rest.className = 'row-person-more';
  rest.textContent = `+${count}`;
  return [rest];
}

/**
 * From now on the rows of this grid show these people.
 * @param {Element} grid
 * @param {Record<string, Somebody[]>} people  by the id of the record they have open
 */
export function showPeople(grid, people) {
  places.set(grid, people);
  for (const row of grid.querySelectorAll('row-people')) {
    /** @type {RowPeople} */ (row).show();
  }
}

customElements.define('row-people', RowPeople);
