// The next page tells times in the zone of this device.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
const cookie = `dukou_zone=${timeZone}`
const secure = location.protocol === "https:" ? "; secure" : ""
if (timeZone && !document.cookie.split("; ").includes(cookie)) {
  document.cookie = `${cookie}; path=/; max-age=31536000; samesite=lax${secure}`
}
