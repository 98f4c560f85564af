-- Varied searches for wrk: words, several words, phrases, prefixes, fields, filters, pages, suggestions and HTML pages, all drawn from a
-- fixed seed, so that two runs ask the same. An answer other than 2xx counts as failed; where the path of a file is given after --, the
-- slowest and the counts of each status are printed at the end.
local words = { "poverty", "college", "youth", "garden", "homeless", "arts", "health", "transit", "students", "community", "food", "jobs",
  "veterans", "music", "water", "housing", "mentors", "science", "families", "parks", "teachers", "immigrants", "river", "design" }
local categories = { "learn", "create", "play", "connect", "live" }
local next_seed = 0

function setup(thread)
  next_seed = next_seed + 1
  thread:set("seed", next_seed)
end

function init()
  math.randomseed(seed)
end

local function word() return words[math.random(#words)] end

local makers = {
  function() return "/v1/search?q=" .. word() end,
  function() return "/v1/search?q=" .. word() .. "+" .. word() end,
  function() return "/v1/search?q=" .. word() .. "+OR+" .. word() .. "&page=" .. math.random(3) end,
  function() return "/v1/search?q=%22" .. word() .. "+" .. word() .. "%22" end,
  function() return "/v1/search?q=" .. word():sub(1, 4) .. "*" end,
  function() return "/v1/search?q=" .. word() .. "&year=" .. (2013 + math.random(0, 7)) .. "&category=" .. categories[math.random(#categories)] end,
  function() return "/v1/search?q=evaluation:" .. word() end,
  function() return "/v1/search?q=" .. word():sub(2) .. "&sort=newest" end,
  function() return "/?q=" .. word() .. "+" .. word() end,
  function() return "/v1/suggest?q=" .. word():sub(1, math.random(3, 6)) end,
}

function request()
  return wrk.format("GET", makers[math.random(#makers)]())
end

function done(summary, latency, requests)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("%d requests, %d failed; latency p50 %.1f ms, p99 %.1f ms, most %.1f ms\n", summary.requests, failed,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
