"""The peer: asks for as many pages of a server as it is told, with Scrapy's defaults and the delay off."""
import sys

import scrapy
from scrapy.crawler import CrawlerProcess


class Pages(scrapy.Spider):
    name = "pages"

    def __init__(self, base, count):
        super().__init__()
        self.base, self.count = base, int(count)

    async def start(self):
        for number in range(self.count):
            yield scrapy.Request(f"{self.base}/p/{number}")

    def parse(self, response):
        return {"url": response.url, "status": response.status, "size": len(response.body)}


base, count, out = sys.argv[1:]
process = CrawlerProcess({
    "CONCURRENT_REQUESTS": 64, "CONCURRENT_REQUESTS_PER_DOMAIN": 64, "DOWNLOAD_DELAY": 0, "LOG_LEVEL": "WARNING",
    "FEEDS": {out: {"format": "jsonlines"}},
})
process.crawl(Pages, base=base, count=count)
process.start()
