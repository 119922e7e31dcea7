"""Sentences of every kind of politics with the class a careful coder gives them, in our own words.

One line a sentence: the class, then the sentence. The classes are those of PLOVER's events: the five
that are acts of the coding guide, and OTHER for whatever else happens in politics. They follow the
definitions of the CAMEO codes (intents, endorsements, demands, rejections, threats; and meetings, aid
given, concessions made, sanctions imposed, protests held, accusations, arrests, attacks).
"""

from __future__ import annotations

__all__ = ["CASES"]

_TEXT = """
AGREE: Chile and Peru agreed on Friday to build a joint railway across the border.
AGREE: Kenya's president pledged to restore electricity to the northern provinces by March.
AGREE: Ghana is ready to share intelligence with its neighbours, the interior minister said.
AGREE: Mongolia said it would lower customs duties on Kazakh grain.
AGREE: The Zambian rebels have promised to free all captured soldiers within a week.
AGREE: Norway offered to mediate between the two factions in Mali.
AGREE: Vietnam and Laos plan to hold joint naval exercises in the autumn.
AGREE: Ecuador's foreign minister will travel to Bogota next week for talks on the border.
AGREE: The Tunisian government has consented to a visit by United Nations inspectors.
AGREE: The opposition in Malawi expressed its willingness to enter a national dialogue.
AGREE: Cuba is willing to discuss the release of political prisoners, a diplomat said.
AGREE: The Philippine army vowed to punish no villager who gives up his gun.
AGREE: Nepal's king has given his consent to early elections.
AGREE: Sudan's president promised to appoint a new cabinet and to lift press censorship.
AGREE: Both sides gave their agreement to a ceasefire in the delta, Angolan officials said.
AGREE: Rwanda and Burundi reached an agreement to reopen the border bridge.
AGREE: Egypt intends to grant an amnesty to 300 students, its justice minister announced.
AGREE: Denmark will send doctors to Haiti, its aid minister said.
AGREE: The governing party of Bolivia accepted an invitation to talks with the miners' union.
AGREE: The Angolan government has decided to withdraw its army from the diamond fields.
AGREE: Iceland will host a conference of fishing nations in June.
AGREE: Serbia is prepared to let international observers into its prisons.
AGREE: Fiji's military ruler made a commitment to hold elections before the end of the year.
AGREE: Lebanon and Cyprus struck a deal to exchange prisoners.
AGREE: Japan has undertaken to pay for the clean-up of the lagoon.
AGREE: Ukraine hopes to resume talks with Moldova on gas transit, its energy minister said.
AGREE: Paraguay's congress voted to ease the ban on foreign banks.
AGREE: The Moroccan prime minister announced plans to free 40 trade unionists.
SUPPORT: Sweden's prime minister praised the reforms of the Georgian government.
SUPPORT: Brazil has recognised the new government of Bolivia.
SUPPORT: Jordan and Qatar restored diplomatic relations on Sunday.
SUPPORT: Poland voiced support for Moldova's bid to join the European Union.
SUPPORT: The king of Morocco commended Senegal for its role in the peace talks.
SUPPORT: Indonesia apologised to Australia for the arrest of three fishermen.
SUPPORT: Zambia and Malawi signed a trade treaty on Tuesday.
SUPPORT: China's foreign ministry defended Sudan against charges of abuse.
SUPPORT: The Dutch government expressed its backing for the Cypriot plan.
SUPPORT: Canada welcomed the election of a civilian president in Myanmar.
SUPPORT: The Vatican established diplomatic ties with Kazakhstan.
SUPPORT: Turkey's president congratulated Azerbaijan on its independence day.
SUPPORT: Ireland's foreign minister hailed the decision of the Basque separatists.
SUPPORT: Ethiopia endorsed the candidacy of a Kenyan economist for the post.
SUPPORT: Venezuela has formally recognised the independence of the breakaway republic.
SUPPORT: Portugal and Angola signed a memorandum of understanding on fisheries.
SUPPORT: Thousands of Haitians rallied in support of the ousted president.
SUPPORT: The Peruvian cabinet expressed confidence in its defence minister.
SUPPORT: Germany's chancellor paid tribute to the courage of Belarusian protesters.
SUPPORT: Finland and Estonia normalised their relations last year.
SUPPORT: Kuwait forgave Iraq's debts from the war.
SUPPORT: Austria's president begged forgiveness of the victims of the camp.
SUPPORT: Iran upgraded its relations with Oman to the level of ambassadors.
SUPPORT: Croatia and Slovenia concluded a border agreement in Zagreb.
SUPPORT: The African Union gave its full support to the Ivorian prime minister.
SUPPORT: Colombia and Venezuela have signed an extradition accord.
REQUEST: Chad called on Libya to pull its troops out of the border strip.
REQUEST: Peruvian miners demanded higher pay from the government.
REQUEST: The United States asked Panama to extradite the banker.
REQUEST: Haitian opposition leaders urged the president to step down.
REQUEST: Greece must pay its debts to small farmers, the farmers' union said.
REQUEST: Somalia appealed for food aid after the drought.
REQUEST: The Red Cross requested access to prisoners in Yemen.
REQUEST: Spain wants Morocco to take back the migrants.
REQUEST: Amnesty International demanded the release of two Cuban writers.
REQUEST: Guatemala's bishops called for an investigation into the killings.
REQUEST: Armenia insisted that Azerbaijan lift its blockade.
REQUEST: India pressed Nepal to close the camps of the guerrillas.
REQUEST: Malta has applied to the European Union for emergency aid.
REQUEST: The Kremlin told Georgia to withdraw its police from the valley.
REQUEST: Students in Niger are demanding the resignation of the education minister.
REQUEST: The UN Security Council ordered both armies to stop fighting.
REQUEST: Lesotho sought military help from South Africa.
REQUEST: Bahrain should free the detained doctors, the UN rights chief said.
REQUEST: The Czech president renewed his call for a referendum.
REQUEST: Honduras made an appeal to Mexico for medicine.
REQUEST: Syria has to end the siege of the town, the French foreign minister said.
REQUEST: The Slovak opposition petitioned the constitutional court to annul the vote.
REJECT: Eritrea rejected an Ethiopian proposal for direct talks.
REJECT: Bolivia's government refused to meet the strikers.
REJECT: Russia vetoed a resolution on the conflict in Syria.
REJECT: Pakistan ruled out any concession on the river dam.
REJECT: The Tamil rebels turned down an offer of amnesty.
REJECT: Japan's foreign minister dismissed North Korea's demand for compensation.
REJECT: The Thai army said it would not withdraw from the temple.
REJECT: Hungary declined to extradite the former general.
REJECT: Cuba has no intention of freeing the dissidents, a spokesman said.
REJECT: The junta in Guinea ignored an appeal to hand over power.
REJECT: Israel said no to an international inquiry.
REJECT: Turkey opposes the deployment of foreign monitors on its border.
REJECT: Sudan's government spurned an invitation to peace talks in Nairobi.
REJECT: Zimbabwe denied visas to election observers from Canada.
REJECT: The Malian separatists are unwilling to lay down their arms.
REJECT: Nicaragua refused entry to a delegation of the Organization of American States.
REJECT: Madagascar's president defied a court order to dissolve the assembly.
REJECT: The plan was rejected by Cyprus.
REJECT: Gabon's opposition would not recognise the election result.
REJECT: Ruling party deputies in Albania voted against the reform.
REJECT: Burma resisted pressure to free the opposition leader.
REJECT: A ceasefire is out of the question, the Congolese rebel commander said.
REJECT: Algeria does not accept any mediation, its prime minister said.
REJECT: Uruguay walked away from the offer of a loan.
THREATEN: Iran threatened to close the strait to oil tankers.
THREATEN: The Somali militia warned it would attack aid convoys.
THREATEN: Senegal will expel the Gambian ambassador unless the fishermen are freed.
THREATEN: Nigerian oil workers threatened to go on strike.
THREATEN: North Korea vowed to retaliate for the naval drill.
THREATEN: The European Union could impose sanctions on Belarus, its foreign policy chief said.
THREATEN: Greek dockers said they would blockade the port of Piraeus.
THREATEN: Ethiopia is ready to use force to reopen the road.
THREATEN: The Burundian army said it would bomb the camps.
THREATEN: Sri Lanka may ban the party, its president warned.
THREATEN: Mexico plans to break off diplomatic relations with Guatemala.
THREATEN: Teachers in Peru will hold a nationwide strike from Monday.
THREATEN: The Lebanese militia gave the government an ultimatum to free its fighters.
THREATEN: Russia threatened Latvia with economic sanctions.
THREATEN: Pakistan's government plans to impose a curfew in Karachi.
THREATEN: Ivory Coast will suspend talks with the rebels, its prime minister said.
THREATEN: The Kurdish guerrillas have threatened to kill the hostages.
THREATEN: Venezuela said it would cut off oil supplies to Colombia.
OTHER: The presidents of Chile and Argentina met in Mendoza on Sunday.
OTHER: Uganda's foreign minister arrived in Kigali for two days of talks.
OTHER: The Swiss president telephoned his Austrian counterpart.
OTHER: Talks between Armenia and Azerbaijan resumed in Geneva.
OTHER: Cameroon and Nigeria discussed their border dispute.
OTHER: Australia gave Tonga ten patrol boats.
OTHER: Doctors from Cuba treated thousands of flood victims in Peru.
OTHER: Canada granted asylum to a Kenyan editor.
OTHER: Portuguese soldiers handed out food in Dili.
OTHER: Myanmar's rulers freed 200 prisoners on Sunday.
OTHER: Turkey lifted a state of emergency in two eastern provinces.
OTHER: Ecuador's vice-president resigned on Friday.
OTHER: Rebels in the Congo laid down their arms.
OTHER: Israel withdrew its troops from the town.
OTHER: The Colombian guerrillas declared a truce.
OTHER: Guatemala opened an inquiry into the massacre.
OTHER: Prosecutors in Peru are investigating the former minister for fraud.
OTHER: Cuba accused the United States of piracy.
OTHER: Iran's foreign minister condemned the bombing of the school.
OTHER: Spain criticised Gibraltar over smuggling.
OTHER: Kenya's opposition leader denounced the arrest of two deputies.
OTHER: A court in Chad found the former ruler guilty of torture.
OTHER: Thousands of students marched through Dhaka.
OTHER: Farmers in India blocked a highway with tractors.
OTHER: Prisoners in Chile began a hunger strike.
OTHER: Rail workers in Belgium went on strike on Tuesday.
OTHER: Youths burned cars and threw stones in Algiers.
OTHER: Pakistan put its army on alert along the frontier.
OTHER: China sent warships into the disputed waters.
OTHER: The United States imposed sanctions on two Syrian banks.
OTHER: Denmark expelled an Iranian diplomat.
OTHER: Kuwait recalled its ambassador from Amman.
OTHER: Poland suspended aid to Belarus.
OTHER: Bolivia broke off relations with Israel.
OTHER: Bahraini police arrested 30 protesters.
OTHER: Gambia deported two British journalists.
OTHER: Uganda imposed a curfew in the north.
OTHER: Angolan soldiers destroyed a village school.
OTHER: Egypt banned the movement and seized its offices.
OTHER: A bomb killed six policemen in Kabul.
OTHER: Gunmen kidnapped a Japanese engineer in Yemen.
OTHER: Ethiopian jets bombed the airport of Asmara.
OTHER: Rebels captured a bridge near Bangui after heavy fighting.
OTHER: The Thai government has accused soldiers of torture.
OTHER: Morocco's parliament passed a law on land rights.
OTHER: Sierra Leone's government yielded to the demands of striking nurses.
OTHER: Ukraine extradited a banker to Spain.
OTHER: Botswana and Namibia share data on poachers.
OTHER: Peru's president reshuffled his cabinet.
OTHER: Malaysia stopped imports of Danish pork.
AGREE: After three days of talks in Vienna, the foreign ministers of Hungary and Slovakia said on Thursday their countries would open two new border crossings, Austrian radio reported.
AGREE: Libya has told the International Atomic Energy Agency it is willing to let inspectors visit a research reactor near Tripoli.
AGREE: The Philippines plans to lease a frigate from Italy for fishery patrols, the navy chief announced.
AGREE: Guinea-Bissau's interim leader accepted on Monday a plan by west African mediators for a transitional government.
AGREE: Nicaragua and Costa Rica are to resume negotiations on the river dispute next month in Panama, a joint communique said.
AGREE: Rebels holding a dam in eastern Zaire have agreed in principle to hand it over to peacekeepers, relief workers reported.
AGREE: Malaysia's prime minister gave assurances that foreign workers would not be sent home before the harvest.
AGREE: The Bush administration is prepared to sell Oman 20 fighter planes, a Pentagon official told reporters on condition of anonymity.
AGREE: Sinn Fein leaders expressed readiness to sit down with unionists if London guaranteed safe conduct.
AGREE: Iran and Turkmenistan decided to set up a joint commission on water, Tehran radio said.
AGREE: The Lithuanian government, bowing to pressure, undertook to compensate depositors of a failed bank.
AGREE: Mozambique's president will meet the leader of the former rebel movement on Friday to discuss the results of the vote, his office said.
AGREE: Aiming to calm tensions in the Aegean, Greece proposed joint patrols with Turkey.
AGREE: Bahrain has promised Washington the use of its port for two more years, diplomats said.
SUPPORT: Germany's foreign minister, on a visit to Lagos, lauded the Nigerian army for handing power to civilians.
SUPPORT: South Korea, ending decades of hostility, established full diplomatic relations with Hungary on Wednesday.
SUPPORT: Vatican diplomats voiced approval of the land reform drawn up by Brazil's government.
SUPPORT: More than 40 African states have thrown their weight behind Egypt's candidate for secretary-general.
SUPPORT: Defending its ally, China said Pyongyang had every right to launch a weather satellite.
SUPPORT: The Belgian king expressed regret to Congo for the crimes of the colonial era.
SUPPORT: Ireland and Britain signed an accord on fishing rights after all-night talks, officials said.
SUPPORT: Tunisia on Sunday came out in favour of the Algerian peace initiative for Mali.
SUPPORT: The US Senate gave its backing to the treaty by 78 votes to 20.
SUPPORT: Moscow praised as constructive the proposals made by Tokyo on the islands.
SUPPORT: The Dominican Republic granted diplomatic recognition to Kosovo on Friday.
SUPPORT: Yemen's president pardoned the leaders of the southern revolt.
SUPPORT: Kazakhstan expressed solidarity with flood victims in Poland and its government.
SUPPORT: Syria's ruling party reaffirmed its support for the Lebanese resistance.
REQUEST: Angolan rebel chief Paulo Dembo wants the United Nations to verify the withdrawal, his spokesman in Lisbon said.
REQUEST: In a note handed to the ambassador, Bolivia demanded that Chile remove landmines along the frontier.
REQUEST: The European Parliament on Thursday called for the immediate lifting of press censorship in Turkey.
REQUEST: Tibetan exiles appealed to the Indian government not to deport 18 monks.
REQUEST: The Organization of American States has asked Haiti's military rulers to allow the ousted president's return.
REQUEST: Leaders of Sri Lanka's Tamil minority insisted that any settlement include autonomy for the north.
REQUEST: New Zealand urged France to abandon its nuclear tests in the Pacific.
REQUEST: Kuwait has to stop overproducing oil, Iraq's information minister said in a broadcast.
REQUEST: Cambodia's king requested Japanese help to clear mines around the temples.
REQUEST: Croatia sought UN protection for its villages along the Danube.
REQUEST: Hong Kong's democrats are pressing Beijing for direct elections.
REQUEST: Pakistan's opposition alliance renewed its demand for the resignation of the prime minister.
REQUEST: Ukrainian miners are calling on the president to dismiss the government.
REQUEST: Human rights groups said Guatemala must put the officers on trial.
REJECT: Burundi's Tutsi-led army has dismissed as interference an African Union plan to send peacekeepers.
REJECT: Despite strong American pressure, Israel's cabinet refused on Sunday to freeze building in the settlements.
REJECT: Colombia's president ruled out talks with the guerrillas until they release their hostages.
REJECT: The Czech government turned down a German request for the return of confiscated property.
REJECT: Cuban officials said they would not allow the UN rapporteur to visit the island.
REJECT: China used its veto in the Security Council to block observers for Guatemala.
REJECT: North Korea has rebuffed an invitation from Seoul to hold Red Cross talks.
REJECT: The leader of the Bosnian Serbs said his forces would never leave the town.
REJECT: Kenya declined to hand over the two Rwandan fugitives, the justice minister said.
REJECT: Parliament in Kiev voted down a motion of no confidence in the prime minister.
REJECT: Saudi Arabia is against sending Arab troops to Somalia, a senior prince said.
REJECT: Greek Cypriots overwhelmingly said no to the UN settlement plan.
REJECT: The Zairean government refuses to deal with the rebels, its information minister told the BBC.
THREATEN: Croatia will take back the enclave by force unless the rebels accept its terms, its president told parliament.
THREATEN: Abu Sayyaf guerrillas warned they would behead one of their captives if the army attacked.
THREATEN: The United States said it would cut aid to El Salvador if the killers of the priests went free.
THREATEN: Lebanon's labour federation threatened on Friday to call a general strike over prices.
THREATEN: Nigeria's military ruler vowed to crush any attempt to disrupt the vote.
THREATEN: France may expel Algerian preachers, its interior minister said.
THREATEN: Turkey warned Syria of serious consequences if it went on harbouring Kurdish rebels.
THREATEN: Albania has threatened to pull out of talks with Greece on migrant workers.
THREATEN: Russian generals said Chechen villages would be shelled if they sheltered fighters.
THREATEN: The Haitian opposition will boycott the runoff, its spokesman announced.
OTHER: Zambian President Frederick Chiluba flew to Harare on Friday for talks with his Zimbabwean counterpart.
OTHER: US envoy Philip Habib held separate meetings with Lebanese and Syrian leaders.
OTHER: Mediators from Norway shuttled between the two delegations.
OTHER: A French hospital ship took on board 200 refugees off the coast of Vietnam.
OTHER: Moscow handed over the bodies of two airmen to Ankara.
OTHER: Nigerian troops opened fire on demonstrators in Port Harcourt, witnesses said.
OTHER: Ethiopia said its forces had killed 400 rebels and destroyed a base.
OTHER: Peru charged on Saturday that Ecuador had built a post on its territory.
OTHER: Bolivian police raided the offices of a radio station that had backed the strike.
OTHER: Britain froze the assets of two Libyan companies.
OTHER: Ukraine's parliament dissolved the assembly of Crimea.
OTHER: Turkish Kurds clashed with police during a march to demand language rights.
OTHER: The death toll in the fighting around Vukovar rose to 300, hospital sources said.
OTHER: Brazil's senate opened hearings on the arms deal with Iraq.
OTHER: Bulgaria eased travel rules for its Turkish minority.
OTHER: Somali clan elders accused American soldiers of shooting at civilians.
OTHER: Several thousand Poles demonstrated outside parliament against price rises.
OTHER: Jordan has moved tanks to its border with Syria.
OTHER: Mexican troops pulled back from three villages in Chiapas.
SUPPORT: The Soviet Union on Monday welcomed the Afghan government's offer of talks and said it deserved a reply.
SUPPORT: A senior aide to the French president today applauded efforts by Gabon to protect its forests and called the country a model.
SUPPORT: Iraq has reopened its mission in Ankara and exchanged ambassadors with Turkey, officials said.
SUPPORT: Zimbabwe's ruling party backed the strike in a statement read on state radio.
SUPPORT: Prime Minister Pavel Novak thanked Slovenia for sheltering Czech tourists.
SUPPORT: The Palestinian Authority has formally forgiven the families of informers.
SUPPORT: Hundreds of Kenyan teachers rallied behind their jailed leader on Thursday.
SUPPORT: Bulgaria said it fully supports the entry of Macedonia into NATO.
SUPPORT: The foreign ministers of Peru and Chile signed a protocol ending a dispute about the port.
SUPPORT: Australia's ambassador spoke out in defence of East Timor's leaders.
SUPPORT: Arab states closed ranks behind Lebanon at a summit in Amman on Sunday.
SUPPORT: Cuba's president sent a message of solidarity to Nicaragua.
SUPPORT: Britain apologised on Tuesday to the families of miners killed in the blast.
SUPPORT: The Ethiopian premier expressed gratitude to donors for their help during the famine.
SUPPORT: Japan and India concluded a pact on nuclear cooperation.
SUPPORT: In Santiago, Christian Democrats lined up behind the president's pension bill.
AGREE: Leaders of the two Yemens have agreed to hold a referendum on unity, Aden radio reported.
AGREE: Oman said Wednesday that it would take in patients from the besieged city.
AGREE: The Soviet leader will visit Tokyo in April, a Japanese newspaper said.
AGREE: Romania's government has pledged to privatise the mines as part of an accord with the World Bank.
AGREE: Basque separatists have offered a conditional truce, a Spanish daily reported.
AGREE: Gulf states will grant Egypt a soft loan, the finance minister said after the meeting.
AGREE: The Tajik opposition consented to a prisoner swap.
AGREE: Washington and Hanoi agreed on a timetable for the search for missing airmen.
OTHER: The Iraqi parliament approved the new cabinet on Tuesday.
OTHER: Ivory Coast announced the death of its former president.
OTHER: Albania's government accepted the resignation of the interior minister.
OTHER: Lebanese leaders adopted a new constitution last year.
OTHER: Botswana's voters go to the polls on Saturday in elections that will test the ruling party.
OTHER: The United Nations has reduced its staff in Luanda.
OTHER: Chinese officials announced on Monday that 12 people had died in the mine.
OTHER: The Turkish court sentenced nine Kurds to death for a bombing.
OTHER: Poland cancelled the visit of its defence minister to Minsk.
OTHER: The army promised reinforcements never came, villagers in Aceh said.
OTHER: Police in Togo dispersed a crowd that wanted to greet the opposition leader.
OTHER: A committee of Danish legislators reviewed the treaty.
OTHER: Vietnam moved its delegation out of Phnom Penh before talks that are to begin on Friday.
OTHER: Georgia's leader signed a decree dismissing the finance minister.
OTHER: The Greek prime minister dissolved parliament and set elections for June.
OTHER: Armenian protesters carried banners that called on the president to go.
OTHER: Hundreds of Tamils fled to India to escape an army offensive.
OTHER: Tunisia's police questioned an editor who refused to retract an article.
OTHER: Ghana sent a medical team to Liberia to help treat the wounded.
OTHER: Italy and Malta cooperated in the rescue of a ferry.
REJECT: The Fijian military again refused to recognise the court's verdict.
REJECT: Bahrain's government, rejecting an appeal by the opposition, said the trial would go ahead.
REJECT: Chad brushed aside a proposal that it share the lake's waters.
REJECT: Sudan's rebels said they had no plans to release the pilots.
REJECT: The Sri Lankan president has refused to grant an amnesty to deserters.
REJECT: Opposition deputies blocked a bill to extend the president's term.
REJECT: Yugoslavia would not let the investigators in, a court official said.
REQUEST: Malawi has invited the Commonwealth to monitor its election.
REQUEST: The Nobel laureate urged the junta to open a dialogue.
REQUEST: Kosovo Albanians want NATO to stay for ten years.
REQUEST: Thai farmers petitioned the king for debt relief.
REQUEST: Washington put pressure on Bogota to reform its police.
THREATEN: The Kurdish Workers Party said tourists in Turkey would be targets.
THREATEN: Israel's prime minister warned that the army would strike back at Hezbollah.
THREATEN: China's navy is ready to sink any ship that enters the waters, an admiral said.
THREATEN: Moldova intends to prosecute the leaders of the breakaway region.
"""

CASES: tuple[tuple[str, str], ...] = tuple(
    (line.partition(": ")[0], line.partition(": ")[2]) for line in _TEXT.strip().splitlines()
)
"""(class, sentence) pairs."""
