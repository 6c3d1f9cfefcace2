// Links of the map whose folder is a part of the address come first.
const ways = document.querySelector('#ways')
const map = new URL(ways.dataset.map, location)
const parts = location.pathname.slice(map.pathname.length - 4).split(/[/.]|(?<=20\d\d)/)
fetch(map).then((it) => it.text()).then((text) => {
  new DOMParser().parseFromString(text, 'text/html').querySelectorAll('main li a').forEach((it) => {
    const way = it.getAttribute('href')
    if (!parts.includes(way.split('/').at(-2)) || ways.innerText.includes(it.text)) return
    it.href = new URL(way, map)
    ways.prepend(it.parentNode)
  })
})
