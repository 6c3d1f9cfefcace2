// What the sweep over all pages has measured, judged: width, targets, and what takes the focus.
const fault = (it, kind, what, detail, mode) => ({ page: it.page.address, kind, what, detail, mode })

// The page itself never scrolls sideways: not on a phone, and not at 400 %.
export function checkWidth(measures) {
  return measures.flatMap((it) =>
    ['desktop', 'phone', 'zoomed']
      .filter((size) => it[size].overflow > 0)
      .map((size) => fault(it, 'wide', it[size].wide.slice(0, 3).join(', '), `${it[size].overflow} px too wide`, size)),
  )
}

// Links of navigation and what is pressed are no smaller than `least` px on a phone, or on a desk.
export function checkTargets(measures, least, sizes = ['desktop', 'phone']) {
  return measures.flatMap((it) =>
    sizes.flatMap((size) =>
      it[size].sizes
        .filter((target) => target.small < least - 0.1)
        .map((target) => fault(it, `below ${least} px`, target.name, `${target.small.toFixed(1)} px`, size)),
    ),
  )
}

// `tabindex` stands only on what scrolls at some width, and on what a link leads to (-1).
export function checkTabindex(measures) {
  return measures.flatMap((it) => {
    const sizes = [it.desktop, it.phone, it.zoomed].map((size) => size.scrollers)
    return sizes[0].flatMap((first, at) => {
      if (first.tabindex === '-1') return first.pressed ? [fault(it, 'tabindex', first.name, 'cannot be reached')] : []
      if (first.tabindex !== '0') return [fault(it, 'tabindex', first.name, 'changes the order')]
      const scrolls = sizes.some((all) => all[at].scrolls)
      return scrolls ? [] : [fault(it, 'tabindex', first.name, 'never scrolls')]
    })
  })
}
